# %% Practice sheet, seed 336: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "336", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "336", "draw": 2, "parameters": {"input": [3, 64, 72], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 0f4abc14a3221756

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = tuple([24, 32, 36])  # shape (channels, height, width)
conv1_params = 1824  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 2101248  # whole number, MACs
pool1_shape = tuple([24, 15, 17])  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = tuple([40, 15, 17])  # shape (channels, height, width)
conv2_params = 4360  # whole number
conv2_rf = 25  # whole number, px
conv2_macs = 1111800  # whole number, MACs
conv3_shape = tuple([56, 8, 9])  # shape (channels, height, width)
conv3_params = 20216  # whole number
conv3_rf = 33  # whole number, px
conv3_macs = 1455552  # whole number, MACs
flatten_shape = tuple([4032])  # shape (N,)
fc1_params = 80660  # whole number
fc1_macs = 80660  # whole number, MACs
