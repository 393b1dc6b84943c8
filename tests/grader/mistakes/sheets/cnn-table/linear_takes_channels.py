# %% Practice sheet, seed 279: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "279", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "279", "draw": 2, "parameters": {"input": [1, 38, 38], "layers": [{"kind": "conv", "name": "conv1", "channels": 7, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 13, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 540c3d9cd06dc9cc

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = tuple([7, 36, 36])  # shape (channels, height, width)
conv1_params = 70  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = tuple([7, 18, 18])  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 4  # whole number, px
conv2_shape = tuple([13, 16, 16])  # shape (channels, height, width)
conv2_params = 832  # whole number
conv2_rf = 8  # whole number, px
flatten_shape = tuple([3328])  # shape (N,)
fc1_params = 280  # whole number
fc1_rf = 38  # whole number, px
