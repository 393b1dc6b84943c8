# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "2", "draw": 3, "parameters": {"input": [3, 50, 50], "layers": [{"kind": "conv", "name": "conv1", "channels": 5, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 11, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 0632c88c6f35f849

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (5, 48, 48)  # shape (channels, height, width)
conv1_params = 136  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = (5, 24, 24)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 4  # whole number, px
conv2_shape = (11, 22, 22)  # shape (channels, height, width)
conv2_params = 496  # whole number
conv2_rf = 8  # whole number, px
flatten_shape = (5324,)  # shape (N,)
fc1_params = 53241  # whole number
fc1_rf = 50  # whole number, px
