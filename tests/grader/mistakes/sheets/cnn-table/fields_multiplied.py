# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "101", "draw": 3, "parameters": {"input": [3, 56, 56], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 11, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: ae9ee2926884724e

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [8, 54, 54]  # shape (channels, height, width)
conv1_params = 3*3*3*8 + 8  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = [8, 27, 27]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = [11, 25, 25]  # shape (channels, height, width)
conv2_params = 3*3*8*11 + 11  # whole number
conv2_rf = 18  # whole number, px
flatten_shape = [6875]  # shape (N,)
fc1_params = 6875*10 + 10  # whole number
fc1_rf = 56  # whole number, px
