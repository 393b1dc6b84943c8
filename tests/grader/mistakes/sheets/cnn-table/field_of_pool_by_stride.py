# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "318", "draw": 3, "parameters": {"input": [1, 62, 62], "layers": [{"kind": "conv", "name": "conv1", "channels": 12, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 5, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 7453b95f9a52ea90

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (12, 60, 60)  # shape (channels, height, width)
conv1_params = 120  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = (12, 30, 30)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 5  # whole number, px
conv2_shape = (20, 30, 30)  # shape (channels, height, width)
conv2_params = 6020  # whole number
conv2_rf = 13  # whole number, px
pool2_shape = (20, 10, 10)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 19  # whole number, px
flatten_shape = (2000,)  # shape (N,)
fc1_params = 1024512  # whole number
fc1_rf = 62  # whole number, px
fc2_params = 2565  # whole number
