# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "2", "parameters": {"input": [3, 57, 68], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true}}
# grader-checksum: ab418799b12d34a1

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

def conv(n, k, s=1, p=0):
    return (n + 2 * p - k) // s + 1

conv1_shape = (8, conv(57, 7, 2, 2), conv(68, 7, 2, 2))
conv1_params = 7 * 7 * 3 * 8 + 8
conv1_rf = 7
conv1_macs = 7 * 7 * 3 * 8 * 28 * 33
pool1_shape = (8, 13, 16)
pool1_params = 0
pool1_rf = 11
conv2_shape = (48, conv(13, 3, 1, 2), conv(16, 3, 1, 2))
conv2_params = 3 * 3 * 8 * 48 + 48
conv2_rf = 11 + 2 * 4
conv2_macs = 3 * 3 * 8 * 48 * 15 * 18
conv3_shape = (64, conv(15, 3, 2, 1), conv(18, 3, 2, 1))
conv3_params = 3 * 3 * 48 * 64 + 64
conv3_rf = 19 + 2 * 4
conv3_macs = 3 * 3 * 48 * 64 * 8 * 9
flatten_shape = (64 * 8 * 9,)
fc1_shape = (10,)
fc1_params = 64 * 8 * 9 * 10 + 10
fc1_macs = 64 * 8 * 9 * 10
