# %% Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "7", "draw": 3, "parameters": {"input": [3, 44, 44], "layers": [{"kind": "conv", "name": "conv1", "channels": 4, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 12, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 54ce0c4f41eb72b1

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (4, 40, 40)  # shape (channels, height, width)
conv1_params = 304  # whole number
conv1_rf = 25  # whole number, px
pool1_shape = (4, 20, 20)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 36  # whole number, px
conv2_shape = (12, 18, 18)  # shape (channels, height, width)
conv2_params = 444  # whole number
conv2_rf = 100  # whole number, px
flatten_shape = (3888,)  # shape (N,)
fc1_params = 38890  # whole number
fc1_rf = 1936  # whole number, px
