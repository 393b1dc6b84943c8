# %% List za vježbu, sjeme (seed) 58: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "58", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "58", "draw": 3, "parameters": {"input": [3, 46, 68], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 1aa01c2a81bbd327

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (16, 23, 34)  # dimenzije (kanali, visina, širina)
conv1_params = 1216  # cijeli broj
conv1_rf = 5  # cijeli broj, px
conv1_macs = 938400  # cijeli broj, MAC
pool1_shape = (16, 11, 17)  # dimenzije (kanali, visina, širina)
pool1_params = 0  # cijeli broj
pool1_rf = 9  # cijeli broj, px
conv2_shape = (40, 9, 15)  # dimenzije (kanali, visina, širina)
conv2_params = 2920  # cijeli broj
conv2_rf = 41  # cijeli broj, px
conv2_macs = 388800  # cijeli broj, MAC
conv3_shape = (64, 5, 8)  # dimenzije (kanali, visina, širina)
conv3_params = 23104  # cijeli broj
conv3_rf = 49  # cijeli broj, px
conv3_macs = 921600  # cijeli broj, MAC
flatten_shape = (2560,)  # dimenzije (N,)
fc1_params = 25610  # cijeli broj
fc1_macs = 25600  # cijeli broj, MAC
