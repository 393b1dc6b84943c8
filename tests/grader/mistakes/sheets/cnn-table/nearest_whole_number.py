# %% Practice sheet, seed 461: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "461", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "461", "draw": 3, "parameters": {"input": [3, 47, 53], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 7c01e29b1f487d82

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

def out(n, k, s, p, d=1):
    eff = d * (k - 1) + 1
    return round((n + 2 * p - eff) / s + 1)

conv1_shape = (24, out(47, 5, 2, 2), out(53, 5, 2, 2))  # shape (channels, height, width)
conv1_params = 24 * (5 * 5 * 3 + 1)  # whole number
conv1_rf = 1 + 4 * 1  # whole number, px
conv1_macs = 5**2 * 3 * conv1_shape[0] * conv1_shape[1] * conv1_shape[2]  # whole number, MACs
pool1_shape = (24, out(conv1_shape[1], 3, 2, 0), out(conv1_shape[2], 3, 2, 0))  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = conv1_rf + 2 * 2  # whole number, px
conv2_shape = (48, out(pool1_shape[1], 3, 1, 3, 4), out(pool1_shape[2], 3, 1, 3, 4))  # shape (channels, height, width)
conv2_params = 48 * (3 * 3 * 12 + 1)  # whole number
conv2_rf = pool1_rf + 8 * 4  # whole number, px
conv2_macs = 3**2 * 12 * conv2_shape[0] * conv2_shape[1] * conv2_shape[2]  # whole number, MACs
conv3_shape = (56, out(conv2_shape[1], 3, 2, 1), out(conv2_shape[2], 3, 2, 1))  # shape (channels, height, width)
conv3_params = 56 * (3 * 3 * 48 + 1)  # whole number
conv3_rf = conv2_rf + 2 * 4  # whole number, px
conv3_macs = 3**2 * 48 * conv3_shape[0] * conv3_shape[1] * conv3_shape[2]  # whole number, MACs
flatten_shape = (conv3_shape[0] * conv3_shape[1] * conv3_shape[2],)  # shape (N,)
fc1_params = flatten_shape[0] * 20 + 20  # whole number
fc1_macs = flatten_shape[0] * 20  # whole number, MACs
