# %% Practice sheet, seed 275: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "275", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "275", "draw": 2, "parameters": {"input": [3, 29, 57], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 7ce6752e7b67f7d3

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = tuple([8, 15, 29])  # shape (channels, height, width)
conv1_params = 624  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 261000  # whole number, MACs
pool1_shape = tuple([8, 7, 14])  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = tuple([48, 7, 14])  # shape (channels, height, width)
conv2_params = 1008  # whole number
conv2_rf = 25  # whole number, px
conv2_macs = 84672  # whole number, MACs
conv3_shape = tuple([72, 4, 7])  # shape (channels, height, width)
conv3_params = 31320  # whole number
conv3_rf = 33  # whole number, px
conv3_macs = 870912  # whole number, MACs
flatten_shape = tuple([2016])  # shape (N,)
fc1_params = 40340  # whole number
fc1_macs = 40320  # whole number, MACs
