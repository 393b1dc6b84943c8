# %% Practice sheet, seed 296: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "296", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "296", "draw": 2, "parameters": {"input": [3, 28, 49], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: f0d3d0cdb8c5fef6

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [24, 14, 25]  # shape (channels, height, width)
conv1_params = 1803  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 630000  # whole number, MACs
pool1_shape = [24, 6, 12]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = [48, 6, 12]  # shape (channels, height, width)
conv2_params = 2616  # whole number
conv2_rf = 25  # whole number, px
conv2_macs = 186624  # whole number, MACs
conv3_shape = [56, 3, 6]  # shape (channels, height, width)
conv3_params = 24240  # whole number
conv3_rf = 33  # whole number, px
conv3_macs = 435456  # whole number, MACs
flatten_shape = [1008]  # shape (N,)
fc1_params = 20180  # whole number
fc1_macs = 20160  # whole number, MACs
