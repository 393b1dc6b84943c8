# %% Practice sheet, seed 213: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "213", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "213", "draw": 2, "parameters": {"input": [3, 45, 62], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: a89329c0063f9513

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "24x23x32"  # shape (channels, height, width)
conv1_params = 1824  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 1324800  # whole number, MACs
pool1_shape = "24x11x15"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = "40x11x15"  # shape (channels, height, width)
conv2_params = 2200  # whole number
conv2_rf = 25  # whole number, px
conv2_macs = 356400  # whole number, MACs
conv3_shape = "56x6x8"  # shape (channels, height, width)
conv3_params = 20216  # whole number
conv3_rf = 33  # whole number, px
conv3_macs = 967680  # whole number, MACs
flatten_shape = (2688,)  # shape (N,)
fc1_params = 26890  # whole number
fc1_macs = 26880  # whole number, MACs
