# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "3", "draw": 3, "parameters": {"input": [3, 33, 60], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: dc3e60964708f3b0

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 33, 60)  # shape (channels, height, width)
conv1_params = 1216  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 2376000  # whole number, MACs
pool1_shape = (16, 16, 29)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = (48, 14, 27)  # shape (channels, height, width)
conv2_params = 3504  # whole number
conv2_rf = 41  # whole number, px
conv2_macs = 1306368  # whole number, MACs
conv3_shape = (72, 7, 14)  # shape (channels, height, width)
conv3_params = 31176  # whole number
conv3_rf = 49  # whole number, px
conv3_macs = 3048192  # whole number, MACs
flatten_shape = (7056,)  # shape (N,)
fc1_params = 352850  # whole number
fc1_macs = 352800  # whole number, MACs
