# %% Practice sheet, seed 243: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "243", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "243", "draw": 2, "parameters": {"input": [3, 54, 72], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: a04b8a49204f4838

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "8x54x72"  # shape (channels, height, width)
conv1_params = 608  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 2332800  # whole number, MACs
pool1_shape = "8x26x35"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 7  # whole number, px
conv2_shape = "40x26x35"  # shape (channels, height, width)
conv2_params = 760  # whole number
conv2_rf = 15  # whole number, px
conv2_macs = 655200  # whole number, MACs
conv3_shape = "56x13x18"  # shape (channels, height, width)
conv3_params = 20216  # whole number
conv3_rf = 19  # whole number, px
conv3_macs = 4717440  # whole number, MACs
flatten_shape = (13104,)  # shape (N,)
fc1_params = 262100  # whole number
fc1_macs = 262080  # whole number, MACs
