# %% Practice sheet, seed 453: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "453", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "453", "draw": 3, "parameters": {"input": [3, 35, 47], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 65c9b1ccb84dd092

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (24, 17, 23)  # shape (channels, height, width)
conv1_params = 3552  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 1379448  # whole number, MACs
pool1_shape = (24, 8, 11)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = (32, 6, 9)  # shape (channels, height, width)
conv2_params = 3488  # whole number
conv2_rf = 43  # whole number, px
conv2_macs = 373248  # whole number, MACs
conv3_shape = (56, 3, 5)  # shape (channels, height, width)
conv3_params = 16184  # whole number
conv3_rf = 51  # whole number, px
conv3_macs = 241920  # whole number, MACs
flatten_shape = (840,)  # shape (N,)
fc1_params = 16820  # whole number
fc1_macs = 16800  # whole number, MACs
