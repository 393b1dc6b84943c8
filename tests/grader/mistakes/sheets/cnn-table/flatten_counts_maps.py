# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "411", "draw": 3, "parameters": {"input": [1, 64, 64], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 100}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 9acc262de86f48ce

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (6, 60, 60)  # shape (channels, height, width)
conv1_params = 156  # whole number
conv1_rf = 5  # whole number, px
pool1_shape = (6, 30, 30)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = (32, 32, 32)  # shape (channels, height, width)
conv2_params = 1760  # whole number
conv2_rf = 10  # whole number, px
pool2_shape = (32, 16, 16)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 12  # whole number, px
flatten_shape = (8192,)  # shape (N,)
fc1_params = 3300  # whole number
fc1_rf = 64  # whole number, px
fc2_params = 2020  # whole number
