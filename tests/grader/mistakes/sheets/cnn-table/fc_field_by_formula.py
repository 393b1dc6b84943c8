# %% Practice sheet, seed 334: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "334", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "334", "draw": 2, "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 256}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 88ac8e74e6482cb5

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [8, 22, 22]  # shape (channels, height, width)
conv1_params = 400  # whole number
conv1_rf = 7  # whole number, px
pool1_shape = [8, 11, 11]  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 8  # whole number, px
conv2_shape = [20, 9, 9]  # shape (channels, height, width)
conv2_params = 7860  # whole number
conv2_rf = 20  # whole number, px
pool2_shape = [20, 3, 3]  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 24  # whole number, px
flatten_shape = [180]  # shape (N,)
fc1_params = 46336  # whole number
fc1_rf = 36  # whole number, px
fc2_params = 5140  # whole number
