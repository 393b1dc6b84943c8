# %% Practice sheet, seed 324: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "324", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "324", "draw": 2, "parameters": {"input": [3, 46, 46], "layers": [{"kind": "conv", "name": "conv1", "channels": 4, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 14, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 78940eb7e1e78b1e

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = tuple([4, 44, 44])  # shape (channels, height, width)
conv1_params = 112  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = tuple([4, 22, 22])  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 2  # whole number, px
conv2_shape = tuple([14, 20, 20])  # shape (channels, height, width)
conv2_params = 518  # whole number
conv2_rf = 3  # whole number, px
flatten_shape = tuple([5600])  # shape (N,)
fc1_params = 28005  # whole number
fc1_rf = 46  # whole number, px
