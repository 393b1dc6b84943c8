# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "12", "draw": 3, "parameters": {"input": [3, 57, 71], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 8699d69ccacb8e8e

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (24, 28, 35)  # shape (channels, height, width)
conv1_params = 7*7*3*24 + 24  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = (7*7*3 + 1) * 24*28*35  # whole number, MACs
pool1_shape = (24, 13, 17)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = (48, 11, 15)  # shape (channels, height, width)
conv2_params = 48 * (3*3*12 + 1)  # whole number
conv2_rf = 43  # whole number, px
conv2_macs = (3*3*12 + 1) * 48*11*15  # whole number, MACs
conv3_shape = (56, 6, 8)  # shape (channels, height, width)
conv3_params = 3*3*48*56 + 56  # whole number
conv3_rf = 51  # whole number, px
conv3_macs = (3*3*48 + 1) * 56*6*8  # whole number, MACs
flatten_shape = (2688,)  # shape (N,)
fc1_params = 2688*20 + 20  # whole number
fc1_macs = (2688 + 1)*20  # whole number, MACs
