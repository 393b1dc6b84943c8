# %% List za vježbu, sjeme (seed) 470: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "470", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "470", "draw": 3, "parameters": {"input": [3, 52, 58], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 0ad55ed6427e28d4

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (8, 26, 29)  # dimenzije (kanali, visina, širina)
conv1_params = 608  # cijeli broj
conv1_rf = 5  # cijeli broj, px
conv1_macs = 452400  # cijeli broj, MAC
pool1_shape = (8, 12, 14)  # dimenzije (kanali, visina, širina)
pool1_params = 0  # cijeli broj
pool1_rf = 9  # cijeli broj, px
conv2_shape = (32, 10, 12)  # dimenzije (kanali, visina, širina)
conv2_params = 4640  # cijeli broj
conv2_rf = 41  # cijeli broj, px
conv2_macs = 552960  # cijeli broj, MAC
conv3_shape = (64, 5, 6)  # dimenzije (kanali, visina, širina)
conv3_params = 18496  # cijeli broj
conv3_rf = 49  # cijeli broj, px
conv3_macs = 552960  # cijeli broj, MAC
flatten_shape = (1920,)  # dimenzije (N,)
fc1_params = 96050  # cijeli broj
fc1_macs = 96000  # cijeli broj, MAC
