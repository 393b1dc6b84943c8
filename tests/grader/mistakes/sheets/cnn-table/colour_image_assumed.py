# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "101", "draw": 3, "parameters": {"input": [1, 24, 24], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 64}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 7021788f536b7b23

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (8, 20, 20)  # shape (channels, height, width)
conv1_params = 5*5*3*8 + 8  # whole number
conv1_rf = 5  # whole number, px
pool1_shape = (8, 10, 10)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = (24, 12, 12)  # shape (channels, height, width)
conv2_params = 3*3*8*24 + 24  # whole number
conv2_rf = 10  # whole number, px
pool2_shape = (24, 4, 4)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 14  # whole number, px
flatten_shape = (384,)  # shape (N,)
fc1_params = 384*64 + 64  # whole number
fc1_rf = 24  # whole number, px
fc2_params = 64*10 + 10  # whole number
