# %% List za vježbu, sjeme (seed) 1806: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "1806", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "1806", "draw": 2, "parameters": {"input": [3, 36, 36], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 256}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 04ac73e23ff81485

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

layers = [("conv1", 5, 1, 0, 1, 1, 16), ("pool1", 2, 2, 0, 1, 1, None), ("conv2", 3, 1, 2, 1, 1, 24), ("pool2", 2, 2, 0, 1, 1, None)]  # name, kernel, stride, padding, dilation, groups, filters (None: pooling)
dims, field, gap = list((3, 36, 36)), 1, 1
shapes, pars, fields, ops = {}, {}, {}, {}
def out_size(n, k, s, p, d):
    return (n + 2 * p - d * (k - 1) - 1) // s + 1
for name, k, s, p, d, g, m in layers:
    c = dims[0]
    dims = [m or c] + [out_size(n, k, s, p, d) for n in dims[1:]]
    shapes[name] = tuple(dims)
    pars[name] = (k * k * c // g + 1) * m if m else 0
    ops[name] = k * k * c // g * m * dims[1] * dims[2] if m else 0
    field += d * (k - 1) * gap; gap = s
    fields[name] = field
n_in = dims[0] * dims[1] * dims[2]
flat_len = n_in
for name, f in [('fc1', 256), ('fc2', 20)]:
    pars[name] = n_in * f + f
    ops[name] = n_in * f
    fields[name] = 36
    n_in = f

conv1_shape = shapes["conv1"]  # dimenzije (kanali, visina, širina)
conv1_params = pars["conv1"]  # cijeli broj
conv1_rf = fields["conv1"]  # cijeli broj, px
pool1_shape = shapes["pool1"]  # dimenzije (kanali, visina, širina)
pool1_params = pars["pool1"]  # cijeli broj
pool1_rf = fields["pool1"]  # cijeli broj, px
conv2_shape = shapes["conv2"]  # dimenzije (kanali, visina, širina)
conv2_params = pars["conv2"]  # cijeli broj
conv2_rf = fields["conv2"]  # cijeli broj, px
pool2_shape = shapes["pool2"]  # dimenzije (kanali, visina, širina)
pool2_params = pars["pool2"]  # cijeli broj
pool2_rf = fields["pool2"]  # cijeli broj, px
flatten_shape = (flat_len,)  # dimenzije (N,)
fc1_params = pars["fc1"]  # cijeli broj
fc1_rf = fields["fc1"]  # cijeli broj, px
fc2_params = pars["fc2"]  # cijeli broj
