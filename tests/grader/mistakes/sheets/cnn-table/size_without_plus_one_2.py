# %% Practice sheet, seed 202: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "202", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "202", "draw": 2, "parameters": {"input": [3, 26, 46], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 2a06d5afbdf23eb7

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [8, 11, 21]  # shape (channels, height, width)
conv1_params = 1184  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 271656  # whole number, MACs
pool1_shape = [8, 5, 10]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = [32, 4, 9]  # shape (channels, height, width)
conv2_params = 608  # whole number
conv2_rf = 27  # whole number, px
conv2_macs = 20736  # whole number, MACs
conv3_shape = [64, 1, 4]  # shape (channels, height, width)
conv3_params = 18496  # whole number
conv3_rf = 35  # whole number, px
conv3_macs = 73728  # whole number, MACs
flatten_shape = [256]  # shape (N,)
fc1_params = 12850  # whole number
fc1_macs = 12800  # whole number, MACs
