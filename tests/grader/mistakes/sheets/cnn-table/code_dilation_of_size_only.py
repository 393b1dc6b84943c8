# %% Practice sheet, seed 1808: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1808", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "1808", "draw": 2, "parameters": {"input": [3, 40, 62], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: f6066a86350a36fd

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

layers = [("conv1", 5, 2, 2, 1, 1, 8), ("pool1", 3, 2, 0, 1, 1, None), ("conv2", 3, 1, 2, 2, 2, 40), ("conv3", 3, 2, 1, 1, 1, 72)]  # name, kernel, stride, padding, dilation, groups, filters (None: pooling)
dims, field, gap = list((3, 40, 62)), 1, 1
shapes, pars, fields, ops = {}, {}, {}, {}
def out_size(n, k, s, p, d):
    return (n + 2 * p - d * (k - 1) - 1) // s + 1
for name, k, s, p, d, g, m in layers:
    c = dims[0]
    dims = [m or c] + [out_size(n, k, s, p, d) for n in dims[1:]]
    shapes[name] = tuple(dims)
    pars[name] = (k * k * c // g + 1) * m if m else 0
    ops[name] = k * k * c // g * m * dims[1] * dims[2] if m else 0
    field += (k - 1) * gap; gap *= s
    fields[name] = field
n_in = dims[0] * dims[1] * dims[2]
flat_len = n_in
for name, f in [('fc1', 10)]:
    pars[name] = n_in * f + f
    ops[name] = n_in * f
    fields[name] = 62
    n_in = f

conv1_shape = shapes["conv1"]  # shape (channels, height, width)
conv1_params = pars["conv1"]  # whole number
conv1_rf = fields["conv1"]  # whole number, px
conv1_macs = ops["conv1"]  # whole number, MACs
pool1_shape = shapes["pool1"]  # shape (channels, height, width)
pool1_params = pars["pool1"]  # whole number
pool1_rf = fields["pool1"]  # whole number, px
conv2_shape = shapes["conv2"]  # shape (channels, height, width)
conv2_params = pars["conv2"]  # whole number
conv2_rf = fields["conv2"]  # whole number, px
conv2_macs = ops["conv2"]  # whole number, MACs
conv3_shape = shapes["conv3"]  # shape (channels, height, width)
conv3_params = pars["conv3"]  # whole number
conv3_rf = fields["conv3"]  # whole number, px
conv3_macs = ops["conv3"]  # whole number, MACs
flatten_shape = (flat_len,)  # shape (N,)
fc1_params = pars["fc1"]  # whole number
fc1_macs = ops["fc1"]  # whole number, MACs
