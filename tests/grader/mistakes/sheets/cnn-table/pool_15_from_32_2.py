# %% List za vježbu, sjeme (seed) 204: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "204", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "204", "draw": 2, "parameters": {"input": [1, 40, 40], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 256}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 944935d7d96b8536

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = tuple([8, 38, 38])  # dimenzije (kanali, visina, širina)
conv1_params = 80  # cijeli broj
conv1_rf = 3  # cijeli broj, px
pool1_shape = tuple([8, 18, 18])  # dimenzije (kanali, visina, širina)
pool1_params = 0  # cijeli broj
pool1_rf = 4  # cijeli broj, px
conv2_shape = tuple([32, 20, 20])  # dimenzije (kanali, visina, širina)
conv2_params = 2336  # cijeli broj
conv2_rf = 8  # cijeli broj, px
pool2_shape = tuple([32, 5, 5])  # dimenzije (kanali, visina, širina)
pool2_params = 0  # cijeli broj
pool2_rf = 12  # cijeli broj, px
flatten_shape = tuple([800])  # dimenzije (N,)
fc1_params = 205056  # cijeli broj
fc1_rf = 40  # cijeli broj, px
fc2_params = 1285  # cijeli broj
