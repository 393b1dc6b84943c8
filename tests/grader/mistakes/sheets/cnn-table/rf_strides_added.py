# %% Practice sheet, seed 329: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "329", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "329", "draw": 2, "parameters": {"input": [3, 61, 79], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 1e8b866ab9b64f94

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 30, 39)  # shape (channels, height, width)
conv1_params = 2368  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 2751840  # whole number, MACs
pool1_shape = (16, 14, 19)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = (32, 14, 19)  # shape (channels, height, width)
conv2_params = 1184  # whole number
conv2_rf = 27  # whole number, px
conv2_macs = 306432  # whole number, MACs
conv3_shape = (56, 7, 10)  # shape (channels, height, width)
conv3_params = 16184  # whole number
conv3_rf = 37  # whole number, px
conv3_macs = 1128960  # whole number, MACs
flatten_shape = (3920,)  # shape (N,)
fc1_params = 39210  # whole number
fc1_macs = 39200  # whole number, MACs
