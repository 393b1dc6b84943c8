# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "2", "parameters": {"input": [3, 57, 68], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true}}
# grader-checksum: ab418799b12d34a1

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (8, 28, np.ceil((68 + 4 - 7) / 2) + 1)
conv1_params = 1184
conv1_rf = 7
conv1_macs = 8 * 28 * 34 * 147
pool1_shape = (8, np.ceil((28 - 3) / 2) + 1, np.ceil((34 - 3) / 2) + 1)
pool1_params = 0
pool1_rf = 11
conv2_shape = (48, 14, 17)
conv2_params = 1776
conv2_rf = 27
conv2_macs = 48 * 14 * 17 * 36
conv3_shape = (64, np.ceil((14 + 2 - 3) / 2) + 1, np.ceil((17 + 2 - 3) / 2) + 1)
conv3_params = 27712
conv3_rf = 35
conv3_macs = 64 * 8 * 9 * 432
flatten_shape = (64 * 8 * 9,)
fc1_shape = (10,)
fc1_params = 64 * 8 * 9 * 10 + 10
fc1_macs = 64 * 8 * 9 * 10
