# %% Practice sheet, seed 308: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "308", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "308", "draw": 2, "parameters": {"input": [1, 60, 60], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 72e00318da9df018

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = [6, 56, 56]  # shape (channels, height, width)
conv1_params = 156  # whole number
conv1_rf = 5  # whole number, px
pool1_shape = [6, 28, 28]  # shape (channels, height, width)
pool1_params = 12  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = [20, 30, 30]  # shape (channels, height, width)
conv2_params = 1100  # whole number
conv2_rf = 10  # whole number, px
pool2_shape = [20, 15, 15]  # shape (channels, height, width)
pool2_params = 40  # whole number
pool2_rf = 12  # whole number, px
flatten_shape = [4500]  # shape (N,)
fc1_params = 2304512  # whole number
fc1_rf = 60  # whole number, px
fc2_params = 2565  # whole number
