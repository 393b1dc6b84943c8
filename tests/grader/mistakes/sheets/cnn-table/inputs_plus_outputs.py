# %% Practice sheet, seed 314: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "314", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "314", "draw": 3, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 100}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 607f663a39205ac7

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 16, 16)  # shape (channels, height, width)
conv1_params = 416  # whole number
conv1_rf = 5  # whole number, px
pool1_shape = (16, 8, 8)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = (32, 10, 10)  # shape (channels, height, width)
conv2_params = 4640  # whole number
conv2_rf = 10  # whole number, px
pool2_shape = (32, 5, 5)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 12  # whole number, px
flatten_shape = (800,)  # shape (N,)
fc1_params = 900  # whole number
fc1_rf = 20  # whole number, px
fc2_params = 2020  # whole number
