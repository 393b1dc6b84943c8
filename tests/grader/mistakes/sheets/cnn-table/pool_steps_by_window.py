# %% Practice sheet, seed 241: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "241", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "241", "draw": 2, "parameters": {"input": [3, 26, 42], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 4a357d4dd76cd409

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (24, 13, 21)  # shape (channels, height, width)
conv1_params = 1824  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 491400  # whole number, MACs
pool1_shape = (24, 4, 7)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = (48, 4, 7)  # shape (channels, height, width)
conv2_params = 5232  # whole number
conv2_rf = 33  # whole number, px
conv2_macs = 145152  # whole number, MACs
conv3_shape = (72, 2, 4)  # shape (channels, height, width)
conv3_params = 31176  # whole number
conv3_rf = 45  # whole number, px
conv3_macs = 248832  # whole number, MACs
flatten_shape = (576,)  # shape (N,)
fc1_params = 5770  # whole number
fc1_macs = 5760  # whole number, MACs
