# %% Practice sheet, seed 467: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "467", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "467", "draw": 3, "parameters": {"input": [3, 22, 22], "layers": [{"kind": "conv", "name": "conv1", "channels": 12, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 5, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 256}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 781fd25b1f486f99

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (12, 20, 20)  # shape (channels, height, width)
conv1_params = 336  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = (12, 10, 10)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 4  # whole number, px
conv2_shape = (24, 10, 10)  # shape (channels, height, width)
conv2_params = 7224  # whole number
conv2_rf = 12  # whole number, px
pool2_shape = (24, 4, 4)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 14  # whole number, px
flatten_shape = (384,)  # shape (N,)
fc1_params = 98560  # whole number
fc1_rf = 22  # whole number, px
fc2_params = 2570  # whole number
