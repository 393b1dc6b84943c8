# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "2", "parameters": {"input": [3, 57, 68], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true}}
# grader-checksum: ab418799b12d34a1

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (8, 28, 33)
conv1_params = 1184
conv1_rf = 7
conv1_macs = conv1_params * 28 * 33
pool1_shape = (8, 13, 16)
pool1_params = 0
pool1_rf = 11
conv2_shape = (48, 13, 16)
conv2_params = 1776
conv2_rf = 27
conv2_macs = conv2_params * 13 * 16
conv3_shape = (64, 7, 8)
conv3_params = 27712
conv3_rf = 35
conv3_macs = conv3_params * 7 * 8
flatten_shape = (3584,)
fc1_shape = (10,)
fc1_params = 35850
fc1_macs = 35850
