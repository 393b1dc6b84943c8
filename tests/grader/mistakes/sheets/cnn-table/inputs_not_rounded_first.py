# %% Practice sheet, seed 464: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "464", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "464", "draw": 3, "parameters": {"input": [3, 44, 51], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 1bd9cb2c63d319f0

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

def side(n, k, s, p, d=1):
    return (n + 2*p) // s - (d*(k - 1) + 1) + 1

conv1_shape = (16, side(44, 5, 2, 2), side(51, 5, 2, 2))  # shape (channels, height, width)
conv1_params = 16 * (5 * 5 * 3 + 1)  # whole number
conv1_rf = 1 + 4 * 1  # whole number, px
conv1_macs = 5**2 * 3 * conv1_shape[0] * conv1_shape[1] * conv1_shape[2]  # whole number, MACs
pool1_shape = (16, side(conv1_shape[1], 3, 2, 0), side(conv1_shape[2], 3, 2, 0))  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = conv1_rf + 2 * 2  # whole number, px
conv2_shape = (32, side(pool1_shape[1], 5, 1, 3, 2), side(pool1_shape[2], 5, 1, 3, 2))  # shape (channels, height, width)
conv2_params = 32 * (5 * 5 * 4 + 1)  # whole number
conv2_rf = pool1_rf + 8 * 4  # whole number, px
conv2_macs = 5**2 * 4 * conv2_shape[0] * conv2_shape[1] * conv2_shape[2]  # whole number, MACs
conv3_shape = (72, side(conv2_shape[1], 3, 2, 1), side(conv2_shape[2], 3, 2, 1))  # shape (channels, height, width)
conv3_params = 72 * (3 * 3 * 32 + 1)  # whole number
conv3_rf = conv2_rf + 2 * 4  # whole number, px
conv3_macs = 3**2 * 32 * conv3_shape[0] * conv3_shape[1] * conv3_shape[2]  # whole number, MACs
flatten_shape = (conv3_shape[0] * conv3_shape[1] * conv3_shape[2],)  # shape (N,)
fc1_params = flatten_shape[0] * 10 + 10  # whole number
fc1_macs = flatten_shape[0] * 10  # whole number, MACs
