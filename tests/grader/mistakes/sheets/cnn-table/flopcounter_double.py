# %% Practice sheet, seed 335: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "335", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "335", "draw": 2, "parameters": {"input": [3, 45, 77], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 2bf3193fed67d40d

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "24x23x39"  # shape (channels, height, width)
conv1_params = 1824  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 3229200  # whole number, MACs
pool1_shape = "24x11x19"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = "32x11x19"  # shape (channels, height, width)
conv2_params = 1760  # whole number
conv2_rf = 25  # whole number, px
conv2_macs = 722304  # whole number, MACs
conv3_shape = "56x6x10"  # shape (channels, height, width)
conv3_params = 16184  # whole number
conv3_rf = 33  # whole number, px
conv3_macs = 1935360  # whole number, MACs
flatten_shape = (3360,)  # shape (N,)
fc1_params = 168050  # whole number
fc1_macs = 336000  # whole number, MACs
