# %% Practice sheet, seed 311: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "311", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "311", "draw": 3, "parameters": {"input": [3, 28, 51], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 1bd68af159b43239

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 15, 27)  # shape (channels, height, width)
conv1_params = 2368  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 952560  # whole number, MACs
pool1_shape = (16, 7, 13)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = (40, 5, 11)  # shape (channels, height, width)
conv2_params = 1480  # whole number
conv2_rf = 43  # whole number, px
conv2_macs = 79200  # whole number, MACs
conv3_shape = (56, 4, 7)  # shape (channels, height, width)
conv3_params = 20216  # whole number
conv3_rf = 51  # whole number, px
conv3_macs = 564480  # whole number, MACs
flatten_shape = (1568,)  # shape (N,)
fc1_params = 31380  # whole number
fc1_macs = 31360  # whole number, MACs
