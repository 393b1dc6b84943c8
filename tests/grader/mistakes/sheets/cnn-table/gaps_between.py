# %% List za vježbu, sjeme (seed) 436: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "436", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "436", "draw": 3, "parameters": {"input": [3, 58, 83], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: fb95386c08024de1

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (8, 29, 42)  # dimenzije (kanali, visina, širina)
conv1_params = 608  # cijeli broj
conv1_rf = 5  # cijeli broj, px
conv1_macs = 730800  # cijeli broj, MAC
pool1_shape = (8, 14, 20)  # dimenzije (kanali, visina, širina)
pool1_params = 0  # cijeli broj
pool1_rf = 9  # cijeli broj, px
conv2_shape = (40, 15, 21)  # dimenzije (kanali, visina, širina)
conv2_params = 1480  # cijeli broj
conv2_rf = 29  # cijeli broj, px
conv2_macs = 453600  # cijeli broj, MAC
conv3_shape = (64, 8, 11)  # dimenzije (kanali, visina, širina)
conv3_params = 23104  # cijeli broj
conv3_rf = 37  # cijeli broj, px
conv3_macs = 2027520  # cijeli broj, MAC
flatten_shape = (5632,)  # dimenzije (N,)
fc1_params = 56330  # cijeli broj
fc1_macs = 56320  # cijeli broj, MAC
