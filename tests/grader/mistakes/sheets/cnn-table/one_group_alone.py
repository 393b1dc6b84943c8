# %% Practice sheet, seed 3038: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3038", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "3038", "draw": 3, "parameters": {"input": [3, 55, 79], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 03e016bd2a95f2f0

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (8, 27, 39)  # shape (channels, height, width)
conv1_params = 1184  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 1238328  # whole number, MACs
pool1_shape = (8, 13, 19)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = (48, 11, 17)  # shape (channels, height, width)
conv2_params = 912  # 8/2 = 4 maps in, 48/2 = 24 maps out, 9 weights each, 48 biases
conv2_rf = 43  # whole number, px
conv2_macs = 161568  # whole number, MACs
conv3_shape = (64, 6, 9)  # shape (channels, height, width)
conv3_params = 27712  # whole number
conv3_rf = 51  # whole number, px
conv3_macs = 1492992  # whole number, MACs
flatten_shape = (3456,)  # shape (N,)
fc1_params = 34570  # whole number
fc1_macs = 34560  # whole number, MACs
