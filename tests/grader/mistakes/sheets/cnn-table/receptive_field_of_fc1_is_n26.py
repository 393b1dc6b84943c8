# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "3", "draw": 3, "parameters": {"input": [1, 34, 34], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 64}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 36e17c9a3ee40ce9

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (8, 32, 32)  # shape (channels, height, width)
conv1_params = 80  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = (8, 16, 16)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 4  # whole number, px
conv2_shape = (20, 18, 18)  # shape (channels, height, width)
conv2_params = 1460  # whole number
conv2_rf = 8  # whole number, px
pool2_shape = (20, 9, 9)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 10  # whole number, px
flatten_shape = (1620,)  # shape (N,)
fc1_params = 103744  # whole number
fc1_rf = 10  # whole number, px
fc2_params = 1300  # whole number
