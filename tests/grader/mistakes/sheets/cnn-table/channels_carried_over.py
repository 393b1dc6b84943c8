# %% Practice sheet, seed 250: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "250", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "250", "draw": 2, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "name": "conv1", "channels": 7, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 10, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 0972861d91269721

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [1, 18, 18]  # shape (channels, height, width)
conv1_params = 70  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = [1, 9, 9]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 4  # whole number, px
conv2_shape = [1, 7, 7]  # shape (channels, height, width)
conv2_params = 100  # whole number
conv2_rf = 8  # whole number, px
flatten_shape = [49]  # shape (N,)
fc1_params = 250  # whole number
fc1_rf = 20  # whole number, px
