# %% Practice sheet, seed 474: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "474", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "474", "draw": 3, "parameters": {"input": [3, 46, 61], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 4d2d04b1be3609a7

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [24, 23, 31]  # shape (channels, height, width)
conv1_params = 1_824  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 1_800  # whole number, MACs
pool1_shape = [24, 11, 15]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = [48, 9, 13]  # shape (channels, height, width)
conv2_params = 2_640  # whole number
conv2_rf = 41  # whole number, px
conv2_macs = 2_592  # whole number, MACs
conv3_shape = [72, 5, 7]  # shape (channels, height, width)
conv3_params = 31_176  # whole number
conv3_rf = 49  # whole number, px
conv3_macs = 31_104  # whole number, MACs
flatten_shape = [2520]  # shape (N,)
fc1_params = 25_210  # whole number
fc1_macs = 25_200  # whole number, MACs
