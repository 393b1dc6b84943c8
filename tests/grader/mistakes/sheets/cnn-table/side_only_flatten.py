# %% Practice sheet, seed 432: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "432", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "432", "draw": 3, "parameters": {"input": [3, 54, 54], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 2e7d6dcb1bc872ba

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "6x52x52"  # shape (channels, height, width)
conv1_params = 168  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = "6x26x26"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 4  # whole number, px
conv2_shape = "24x28x28"  # shape (channels, height, width)
conv2_params = 1320  # whole number
conv2_rf = 8  # whole number, px
pool2_shape = "24x14x14"  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 10  # whole number, px
flatten_shape = (336,)  # shape (N,)
fc1_params = 172544  # whole number
fc1_rf = 54  # whole number, px
fc2_params = 2565  # whole number
