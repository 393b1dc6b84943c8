# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "233", "draw": 3, "parameters": {"input": [3, 25, 46], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: cd3f51f269658fd1

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (24, 13, 23)  # dimenzije (kanali, visina, širina)
conv1_params = 5*5*3*24 + 24  # cijeli broj
conv1_rf = 5  # cijeli broj, px
conv1_macs = 2 * (5*5*3) * 24*13*23  # cijeli broj, MAC
pool1_shape = (24, 6, 11)  # dimenzije (kanali, visina, širina)
pool1_params = 0  # cijeli broj
pool1_rf = 9  # cijeli broj, px
conv2_shape = (48, 4, 9)  # dimenzije (kanali, visina, širina)
conv2_params = 48 * (5*5*6 + 1)  # cijeli broj
conv2_rf = 41  # cijeli broj, px
conv2_macs = 2 * (5*5*6) * 48*4*9  # cijeli broj, MAC
conv3_shape = (64, 2, 5)  # dimenzije (kanali, visina, širina)
conv3_params = 3*3*48*64 + 64  # cijeli broj
conv3_rf = 49  # cijeli broj, px
conv3_macs = 2 * (3*3*48) * 64*2*5  # cijeli broj, MAC
flatten_shape = (640,)  # dimenzije (N,)
fc1_params = 640*10 + 10  # cijeli broj
fc1_macs = 2*640*10  # cijeli broj, MAC
