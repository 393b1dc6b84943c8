# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "2", "draw": 3, "parameters": {"input": [3, 34, 34], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 5, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 100}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 8af374cb325418e1

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (6, 28, 28)  # shape (channels, height, width)
conv1_params = 888  # whole number
conv1_rf = 7  # whole number, px
pool1_shape = (6, 14, 14)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 8  # whole number, px
conv2_shape = (20, 14, 14)  # shape (channels, height, width)
conv2_params = 3020  # whole number
conv2_rf = 24  # whole number, px
pool2_shape = (20, 7, 7)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 26  # whole number, px
flatten_shape = (980,)  # shape (N,)
fc1_params = 98100  # whole number
fc1_rf = 34  # whole number, px
fc2_params = 1010  # whole number
