# %% Practice sheet, seed 316: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "316", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "316", "draw": 2, "parameters": {"input": [3, 59, 91], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: cdf5a23fb02dd4b6

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = tuple([24, 29, 45])  # shape (channels, height, width)
conv1_params = 3552  # whole number
conv1_rf = 13  # whole number, px
conv1_macs = 4604040  # whole number, MACs
pool1_shape = tuple([24, 14, 22])  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 21  # whole number, px
conv2_shape = tuple([40, 14, 22])  # shape (channels, height, width)
conv2_params = 2200  # whole number
conv2_rf = 37  # whole number, px
conv2_macs = 665280  # whole number, MACs
conv3_shape = tuple([56, 7, 11])  # shape (channels, height, width)
conv3_params = 20216  # whole number
conv3_rf = 53  # whole number, px
conv3_macs = 1552320  # whole number, MACs
flatten_shape = tuple([4312])  # shape (N,)
fc1_params = 43130  # whole number
fc1_macs = 43120  # whole number, MACs
