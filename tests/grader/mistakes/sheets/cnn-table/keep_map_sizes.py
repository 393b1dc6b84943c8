# %% Practice sheet, seed 413: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "413", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "413", "draw": 3, "parameters": {"input": [3, 39, 68], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: a73ca5171228257c

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (24, 20, 34)  # shape (channels, height, width)
conv1_params = 3552  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 2399040  # whole number, MACs
pool1_shape = (24, 9, 16)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = (48, 9, 16)  # shape (channels, height, width)
conv2_params = 14448  # whole number
conv2_rf = 43  # whole number, px
conv2_macs = 2073600  # whole number, MACs
conv3_shape = (64, 5, 8)  # shape (channels, height, width)
conv3_params = 27712  # whole number
conv3_rf = 51  # whole number, px
conv3_macs = 1105920  # whole number, MACs
flatten_shape = (2560,)  # shape (N,)
fc1_params = 25610  # whole number
fc1_macs = 25600  # whole number, MACs
