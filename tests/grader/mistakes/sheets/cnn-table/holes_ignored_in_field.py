# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "101", "draw": 3, "parameters": {"input": [3, 43, 75], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 0a46b833665523af

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 22, 38)  # shape (channels, height, width)
conv1_params = 1216  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 1003200  # whole number, MACs
pool1_shape = (16, 10, 18)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = (32, 8, 16)  # shape (channels, height, width)
conv2_params = 6432  # whole number
conv2_rf = 25  # whole number, px
conv2_macs = 819200  # whole number, MACs
conv3_shape = (72, 4, 8)  # shape (channels, height, width)
conv3_params = 20808  # whole number
conv3_rf = 33  # whole number, px
conv3_macs = 663552  # whole number, MACs
flatten_shape = (2304,)  # shape (N,)
fc1_params = 46100  # whole number
fc1_macs = 46080  # whole number, MACs
