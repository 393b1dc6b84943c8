# %% Practice sheet, seed 271: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "271", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "271", "draw": 2, "parameters": {"input": [3, 49, 67], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 2e023a54d1e45c88

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = tuple([16, 24, 33])  # shape (channels, height, width)
conv1_params = 2368  # whole number
conv1_rf = 35  # whole number, px
conv1_macs = 1862784  # whole number, MACs
pool1_shape = tuple([16, 11, 16])  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 15  # whole number, px
conv2_shape = tuple([40, 11, 16])  # shape (channels, height, width)
conv2_params = 2920  # whole number
conv2_rf = 7  # whole number, px
conv2_macs = 506880  # whole number, MACs
conv3_shape = tuple([72, 6, 8])  # shape (channels, height, width)
conv3_params = 25992  # whole number
conv3_rf = 3  # whole number, px
conv3_macs = 1244160  # whole number, MACs
flatten_shape = tuple([3456])  # shape (N,)
fc1_params = 172850  # whole number
fc1_macs = 172800  # whole number, MACs
