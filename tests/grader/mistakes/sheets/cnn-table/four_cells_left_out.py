# %% Practice sheet, seed 2279: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2279", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "2279", "draw": 3, "parameters": {"input": [3, 43, 52], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: f4d56c19e21a3b5f

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [8, 21, 25]  # shape (channels, height, width)
conv1_params = 1184  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 617400  # whole number, MACs
pool1_shape = [8, 10, 12]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = [48, 6, 8]  # shape (channels, height, width)
conv2_params = 912  # whole number
conv2_rf = 51  # whole number, px
conv2_macs = 41472  # whole number, MACs
conv3_shape = [64, 3, 4]  # shape (channels, height, width)
conv3_params = 27712  # whole number
conv3_rf = 59  # whole number, px
conv3_macs = 331776  # whole number, MACs
flatten_shape = [768]  # shape (N,)
fc1_params = 7690  # whole number
fc1_macs = 7680  # whole number, MACs
