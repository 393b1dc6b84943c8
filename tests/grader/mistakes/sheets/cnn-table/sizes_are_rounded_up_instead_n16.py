# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "2", "draw": 3, "parameters": {"input": [3, 57, 66], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: c65a2f7a4035a5b2

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 29, 34)  # shape (channels, height, width)
conv1_params = 1216  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 1183200  # whole number, MACs
pool1_shape = (16, 14, 17)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = (40, 12, 15)  # shape (channels, height, width)
conv2_params = 2920  # whole number
conv2_rf = 41  # whole number, px
conv2_macs = 518400  # whole number, MACs
conv3_shape = (56, 7, 8)  # shape (channels, height, width)
conv3_params = 20216  # whole number
conv3_rf = 49  # whole number, px
conv3_macs = 1128960  # whole number, MACs
flatten_shape = (3136,)  # shape (N,)
fc1_params = 156850  # whole number
fc1_macs = 156800  # whole number, MACs
