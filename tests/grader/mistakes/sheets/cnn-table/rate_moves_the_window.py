# %% Practice sheet, seed 1472: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1472", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "1472", "draw": 3, "parameters": {"input": [3, 28, 40], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 5d29fadb1c27102f

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 14, 20)  # shape (channels, height, width)
conv1_params = 1216  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 336000  # whole number, MACs
pool1_shape = (16, 6, 9)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = (32, 4, 6)  # shape (channels, height, width)
conv2_params = 3232  # whole number
conv2_rf = 25  # whole number, px
conv2_macs = 76800  # whole number, MACs
conv3_shape = (64, 2, 3)  # shape (channels, height, width)
conv3_params = 18496  # whole number
conv3_rf = 41  # whole number, px
conv3_macs = 110592  # whole number, MACs
flatten_shape = (384,)  # shape (N,)
fc1_params = 3850  # whole number
fc1_macs = 3840  # whole number, MACs
