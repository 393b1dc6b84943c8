# %% Practice sheet, seed 2017: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2017", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "2017", "draw": 3, "parameters": {"input": [3, 42, 42], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 12, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 3c2ae7bbc4613dbd

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "8x36x36"  # shape (channels, height, width)
conv1_params = 1184  # whole number
conv1_rf = 7  # whole number, px
pool1_shape = "8x18x18"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = "12x16x16"  # shape (channels, height, width)
conv2_params = 876  # whole number
conv2_rf = 13  # whole number, px
flatten_shape = (3072,)  # shape (N,)
fc1_params = 30730  # whole number
fc1_rf = 42  # whole number, px
