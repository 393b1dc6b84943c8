# %% Practice sheet, seed 283: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "283", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "283", "draw": 2, "parameters": {"input": [3, 20, 20], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 64}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 9300cf61d256a443

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = tuple([6, 16, 16])  # shape (channels, height, width)
conv1_params = 456  # whole number
conv1_rf = 5  # whole number, px
pool1_shape = tuple([6, 8, 8])  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = tuple([32, 6, 6])  # shape (channels, height, width)
conv2_params = 9440  # whole number
conv2_rf = 18  # whole number, px
pool2_shape = tuple([32, 3, 3])  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 20  # whole number, px
flatten_shape = tuple([288])  # shape (N,)
fc1_params = 18433  # whole number
fc1_rf = 20  # whole number, px
fc2_params = 321  # whole number
