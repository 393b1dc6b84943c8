# %% Practice sheet, seed 338: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "338", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "338", "draw": 2, "parameters": {"input": [3, 53, 66], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: ba4bc431856b3c97

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [16, 26, 32]  # shape (channels, height, width)
conv1_params = 2368  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 1970176  # whole number, MACs
pool1_shape = [16, 12, 15]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = [40, 12, 15]  # shape (channels, height, width)
conv2_params = 1480  # whole number
conv2_rf = 27  # whole number, px
conv2_macs = 266400  # whole number, MACs
conv3_shape = [64, 6, 8]  # shape (channels, height, width)
conv3_params = 23104  # whole number
conv3_rf = 35  # whole number, px
conv3_macs = 1108992  # whole number, MACs
flatten_shape = [3072]  # shape (N,)
fc1_params = 30730  # whole number
fc1_macs = 30720  # whole number, MACs
