# %% Practice sheet, seed 313: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "313", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "313", "draw": 3, "parameters": {"input": [3, 49, 77], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 974ec98bdcbe5664

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (24, 25, 39)  # shape (channels, height, width)
conv1_params = 1824  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 1755000  # whole number, MACs
pool1_shape = (24, 12, 19)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 9  # whole number, px
conv2_shape = (40, 11, 18)  # shape (channels, height, width)
conv2_params = 12040  # whole number
conv2_rf = 37  # whole number, px
conv2_macs = 2376000  # whole number, MACs
conv3_shape = (72, 6, 9)  # shape (channels, height, width)
conv3_params = 25992  # whole number
conv3_rf = 45  # whole number, px
conv3_macs = 1399680  # whole number, MACs
flatten_shape = (3888,)  # shape (N,)
fc1_params = 77780  # whole number
fc1_macs = 77760  # whole number, MACs
