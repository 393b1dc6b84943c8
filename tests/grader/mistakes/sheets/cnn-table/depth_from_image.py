# %% Practice sheet, seed 310: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "310", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "310", "draw": 2, "parameters": {"input": [3, 36, 36], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 256}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 04cf3be8a8a7e1c5

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = tuple([6, 34, 34])  # shape (channels, height, width)
conv1_params = 168  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = tuple([6, 17, 17])  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 4  # whole number, px
conv2_shape = tuple([20, 15, 15])  # shape (channels, height, width)
conv2_params = 2960  # whole number
conv2_rf = 16  # whole number, px
pool2_shape = tuple([20, 5, 5])  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 20  # whole number, px
flatten_shape = tuple([500])  # shape (N,)
fc1_params = 128256  # whole number
fc1_rf = 36  # whole number, px
fc2_params = 2570  # whole number
