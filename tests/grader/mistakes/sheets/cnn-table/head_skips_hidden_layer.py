# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "233", "draw": 3, "parameters": {"input": [3, 28, 28], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 64}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: d707a272db82d4dd

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (16, 26, 26)  # dimenzije (kanali, visina, širina)
conv1_params = 448  # cijeli broj
conv1_rf = 3  # cijeli broj, px
pool1_shape = (16, 13, 13)  # dimenzije (kanali, visina, širina)
pool1_params = 0  # cijeli broj
pool1_rf = 4  # cijeli broj, px
conv2_shape = (20, 15, 15)  # dimenzije (kanali, visina, širina)
conv2_params = 2900  # cijeli broj
conv2_rf = 8  # cijeli broj, px
pool2_shape = (20, 5, 5)  # dimenzije (kanali, visina, širina)
pool2_params = 0  # cijeli broj
pool2_rf = 12  # cijeli broj, px
flatten_shape = (500,)  # dimenzije (N,)
fc1_params = 32064  # cijeli broj
fc1_rf = 28  # cijeli broj, px
fc2_params = 5010  # cijeli broj
