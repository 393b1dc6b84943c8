# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "4", "draw": 3, "parameters": {"input": [3, 60, 60], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 100}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: fb52c01dc1523db8

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (58, 58, 8)  # shape (channels, height, width)
conv1_params = 224  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = (29, 29, 8)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 4  # whole number, px
conv2_shape = (27, 27, 32)  # shape (channels, height, width)
conv2_params = 12576  # whole number
conv2_rf = 16  # whole number, px
pool2_shape = (9, 9, 32)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 20  # whole number, px
flatten_shape = (2592,)  # shape (N,)
fc1_params = 259300  # whole number
fc1_rf = 60  # whole number, px
fc2_params = 2020  # whole number
