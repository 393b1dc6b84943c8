# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "12", "draw": 3, "parameters": {"input": [1, 50, 50], "layers": [{"kind": "conv", "name": "conv1", "channels": 12, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 100}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: b9371640cb9daea7

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (12, 44, 44)  # shape (channels, height, width)
conv1_params = 600  # whole number
conv1_rf = 7  # whole number, px
pool1_shape = (12, 22, 22)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 8  # whole number, px
conv2_shape = (32, 22, 22)  # shape (channels, height, width)
conv2_params = 3488  # whole number
conv2_rf = 12  # whole number, px
pool2_shape = (32, 7, 7)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 16  # whole number, px
flatten_shape = (1568,)  # shape (N,)
fc1_params = 156900  # whole number
fc1_rf = 50  # whole number, px
fc2_params = 1010  # whole number
