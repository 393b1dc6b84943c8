# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "3", "draw": 3, "parameters": {"input": [1, 24, 24], "layers": [{"kind": "conv", "name": "conv1", "channels": 4, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 12, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 38dd0bde7209484d

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (4, 20, 20)  # shape (channels, height, width)
conv1_params = 24  # whole number
conv1_rf = 5  # whole number, px
pool1_shape = (4, 10, 10)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = (12, 8, 8)  # shape (channels, height, width)
conv2_params = 156  # whole number
conv2_rf = 10  # whole number, px
flatten_shape = (768,)  # shape (N,)
fc1_params = 3845  # whole number
fc1_rf = 24  # whole number, px
