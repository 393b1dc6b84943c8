# %% Practice sheet, seed 285: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "285", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "285", "draw": 2, "parameters": {"input": [3, 57, 68], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 668206b80f1d6202

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [16, 28, 33]  # shape (channels, height, width)
conv1_params = 2368  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 2173248  # whole number, MACs
pool1_shape = [16, 13, 16]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = [48, 13, 16]  # shape (channels, height, width)
conv2_params = 3504  # whole number
conv2_rf = 27  # whole number, px
conv2_macs = 718848  # whole number, MACs
conv3_shape = [56, 7, 8]  # shape (channels, height, width)
conv3_params = 24248  # whole number
conv3_rf = 35  # whole number, px
conv3_macs = 1354752  # whole number, MACs
flatten_shape = [3136]  # shape (N,)
fc1_params = 31360  # whole number
fc1_macs = 31360  # whole number, MACs
