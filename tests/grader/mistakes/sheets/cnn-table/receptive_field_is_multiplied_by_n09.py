# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "1", "draw": 3, "parameters": {"input": [3, 42, 42], "layers": [{"kind": "conv", "name": "conv1", "channels": 12, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: dbd9dada0200a631

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (12, 36, 36)  # shape (channels, height, width)
conv1_params = 1776  # whole number
conv1_rf = 7  # whole number, px
pool1_shape = (12, 18, 18)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 14  # whole number, px
conv2_shape = (32, 16, 16)  # shape (channels, height, width)
conv2_params = 18848  # whole number
conv2_rf = 26  # whole number, px
pool2_shape = (32, 8, 8)  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 52  # whole number, px
flatten_shape = (2048,)  # shape (N,)
fc1_params = 1049088  # whole number
fc1_rf = 42  # whole number, px
fc2_params = 10260  # whole number
