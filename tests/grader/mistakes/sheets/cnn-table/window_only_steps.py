# %% Practice sheet, seed 1905: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1905", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "1905", "draw": 3, "parameters": {"input": [3, 32, 64], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: c835bd1e33bb2930

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "16x15x31"  # shape (channels, height, width)
conv1_params = 2368  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 1093680  # whole number, MACs
pool1_shape = "16x7x15"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 7  # whole number, px
conv2_shape = "48x5x13"  # shape (channels, height, width)
conv2_params = 1776  # whole number
conv2_rf = 39  # whole number, px
conv2_macs = 112320  # whole number, MACs
conv3_shape = "72x3x7"  # shape (channels, height, width)
conv3_params = 31176  # whole number
conv3_rf = 47  # whole number, px
conv3_macs = 653184  # whole number, MACs
flatten_shape = (1512,)  # shape (N,)
fc1_params = 30260  # whole number
fc1_macs = 30240  # whole number, MACs
