# %% Practice sheet, seed 90210: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "90210", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "90210", "draw": 3, "parameters": {"input": [3, 48, 58], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 5ba1e052cfb8da52

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [16, 24, 29]  # shape (channels, height, width)
conv1_params = 1216  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 835200  # whole number, MACs
pool1_shape = [16, 11, 14]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = [40, 6, 9]  # shape (channels, height, width)
conv2_params = 2920  # whole number
conv2_rf = 53  # whole number, px
conv2_macs = 155520  # whole number, MACs
conv3_shape = [72, 3, 5]  # shape (channels, height, width)
conv3_params = 25992  # whole number
conv3_rf = 61  # whole number, px
conv3_macs = 388800  # whole number, MACs
flatten_shape = [1080]  # shape (N,)
fc1_params = 54050  # whole number
fc1_macs = 54000  # whole number, MACs
