# %% Practice sheet, seed 1804: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1804", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "1804", "draw": 2, "parameters": {"input": [1, 38, 38], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 100}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 5e3edfbe014baaec

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

layers = [("conv1", 7, 1, 0, 1, 1, 8), ("pool1", 2, 2, 0, 1, 1, None), ("conv2", 3, 1, 2, 1, 1, 24), ("pool2", 3, 3, 0, 1, 1, None)]  # name, kernel, stride, padding, dilation, groups, filters (None: pooling)
dims, field, gap = list((1, 38, 38)), 1, 1
shapes, pars, fields, ops = {}, {}, {}, {}
def out_size(n, k, s, p, d):
    return (n + 2 * p - d * (k - 1) - 1) // s + 1
for name, k, s, p, d, g, m in layers:
    c = dims[0]
    dims = [m or c] + [out_size(n, k, s, p, d) for n in dims[1:]]
    shapes[name] = tuple(dims)
    pars[name] = k * k * c // g * m + 1 if m else 0
    ops[name] = k * k * c // g * m * dims[1] * dims[2] if m else 0
    field += d * (k - 1) * gap; gap *= s
    fields[name] = field
n_in = dims[0] * dims[1] * dims[2]
flat_len = n_in
for name, f in [('fc1', 100), ('fc2', 10)]:
    pars[name] = n_in * f + 1
    ops[name] = n_in * f
    fields[name] = 38
    n_in = f

conv1_shape = shapes["conv1"]  # shape (channels, height, width)
conv1_params = pars["conv1"]  # whole number
conv1_rf = fields["conv1"]  # whole number, px
pool1_shape = shapes["pool1"]  # shape (channels, height, width)
pool1_params = pars["pool1"]  # whole number
pool1_rf = fields["pool1"]  # whole number, px
conv2_shape = shapes["conv2"]  # shape (channels, height, width)
conv2_params = pars["conv2"]  # whole number
conv2_rf = fields["conv2"]  # whole number, px
pool2_shape = shapes["pool2"]  # shape (channels, height, width)
pool2_params = pars["pool2"]  # whole number
pool2_rf = fields["pool2"]  # whole number, px
flatten_shape = (flat_len,)  # shape (N,)
fc1_params = pars["fc1"]  # whole number
fc1_rf = fields["fc1"]  # whole number, px
fc2_params = pars["fc2"]  # whole number
