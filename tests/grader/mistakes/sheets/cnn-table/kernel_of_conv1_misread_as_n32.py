# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "1", "draw": 3, "parameters": {"input": [3, 45, 73], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 4e3f80cb04458f59

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 24, 38)  # shape (channels, height, width)
conv1_params = 448  # whole number
conv1_rf = 3  # whole number, px
conv1_macs = 393984  # whole number, MACs
pool1_shape = (16, 11, 18)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 7  # whole number, px
conv2_shape = (40, 9, 16)  # shape (channels, height, width)
conv2_params = 4040  # whole number
conv2_rf = 39  # whole number, px
conv2_macs = 576000  # whole number, MACs
conv3_shape = (56, 5, 8)  # shape (channels, height, width)
conv3_params = 20216  # whole number
conv3_rf = 47  # whole number, px
conv3_macs = 806400  # whole number, MACs
flatten_shape = (2240,)  # shape (N,)
fc1_params = 22410  # whole number
fc1_macs = 22400  # whole number, MACs
