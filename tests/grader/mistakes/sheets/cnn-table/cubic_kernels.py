# %% Practice sheet, seed 297: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "297", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "297", "draw": 2, "parameters": {"input": [3, 40, 40], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 13, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 8a0ca1d0c44ca563

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "8x34x34"  # shape (channels, height, width)
conv1_params = 176  # whole number
conv1_rf = 7  # whole number, px
pool1_shape = "8x17x17"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 8  # whole number, px
conv2_shape = "13x15x15"  # shape (channels, height, width)
conv2_params = 325  # whole number
conv2_rf = 12  # whole number, px
flatten_shape = (2925,)  # shape (N,)
fc1_params = 58520  # whole number
fc1_rf = 40  # whole number, px
