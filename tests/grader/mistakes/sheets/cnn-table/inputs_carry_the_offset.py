# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "233", "draw": 3, "parameters": {"input": [1, 34, 34], "layers": [{"kind": "conv", "name": "conv1", "channels": 5, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 10, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: d6cc34b2ee004207

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (5, 30, 30)  # dimenzije (kanali, visina, širina)
conv1_params = 5*5*1*5 + 5  # cijeli broj
conv1_rf = 5  # cijeli broj, px
pool1_shape = (5, 15, 15)  # dimenzije (kanali, visina, širina)
pool1_params = 0  # cijeli broj
pool1_rf = 6  # cijeli broj, px
conv2_shape = (10, 13, 13)  # dimenzije (kanali, visina, širina)
conv2_params = 3*3*5*10 + 10  # cijeli broj
conv2_rf = 10  # cijeli broj, px
flatten_shape = (1690,)  # dimenzije (N,)
fc1_params = 1690*5 + 1690  # cijeli broj
fc1_rf = 34  # cijeli broj, px
