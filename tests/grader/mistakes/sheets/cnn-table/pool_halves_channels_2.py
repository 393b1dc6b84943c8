# %% List za vježbu, sjeme (seed) 252: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "252", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "252", "draw": 2, "parameters": {"input": [1, 46, 46], "layers": [{"kind": "conv", "name": "conv1", "channels": 5, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 15, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: c2ed0e67618324bb

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = tuple([5, 42, 42])  # dimenzije (kanali, visina, širina)
conv1_params = 130  # cijeli broj
conv1_rf = 5  # cijeli broj, px
pool1_shape = tuple([2, 21, 21])  # dimenzije (kanali, visina, širina)
pool1_params = 0  # cijeli broj
pool1_rf = 6  # cijeli broj, px
conv2_shape = tuple([15, 19, 19])  # dimenzije (kanali, visina, širina)
conv2_params = 285  # cijeli broj
conv2_rf = 10  # cijeli broj, px
flatten_shape = tuple([5415])  # dimenzije (N,)
fc1_params = 108320  # cijeli broj
fc1_rf = 46  # cijeli broj, px
