# %% Practice sheet, seed 331: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "331", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "331", "draw": 2, "parameters": {"input": [3, 54, 54], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 64}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: bc3864de941f1ba4

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "8x48x48"  # shape (channels, height, width)
conv1_params = 1184  # whole number
conv1_rf = 49  # whole number, px
pool1_shape = "8x24x24"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 64  # whole number, px
conv2_shape = "32x22x22"  # shape (channels, height, width)
conv2_params = 12576  # whole number
conv2_rf = 400  # whole number, px
pool2_shape = "32x11x11"  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 484  # whole number, px
flatten_shape = (3872,)  # shape (N,)
fc1_params = 247872  # whole number
fc1_rf = 54  # whole number, px
fc2_params = 325  # whole number
