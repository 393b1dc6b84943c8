# %% Practice sheet, seed 415: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "415", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "415", "draw": 3, "parameters": {"input": [3, 45, 71], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 1dec711d13f67861

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [24, 23, 36]  # shape (channels, height, width)
conv1_params = 1_824  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 1_490_400  # whole number, MACs
pool1_shape = [24, 7, 12]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = [32, 5, 10]  # shape (channels, height, width)
conv2_params = 4_832  # whole number
conv2_rf = 57  # whole number, px
conv2_macs = 240_000  # whole number, MACs
conv3_shape = [56, 3, 5]  # shape (channels, height, width)
conv3_params = 16_184  # whole number
conv3_rf = 69  # whole number, px
conv3_macs = 241_920  # whole number, MACs
flatten_shape = [840]  # shape (N,)
fc1_params = 8_410  # whole number
fc1_macs = 8_400  # whole number, MACs
