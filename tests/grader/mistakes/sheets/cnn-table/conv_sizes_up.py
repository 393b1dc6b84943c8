# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "411", "draw": 3, "parameters": {"input": [3, 48, 80], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 073d7afa5a22cfbc

import numpy as np
import math

def out(n, kernel, pad, stride):
    return math.ceil((n + 2 * pad - kernel) / stride) + 1


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (24, out(48, 7, 2, 2), out(80, 7, 2, 2))  # shape (channels, height, width)
conv1_params = 3552  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 3386880  # whole number, MACs
pool1_shape = (24, 11, 19)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = (48, 9, 17)  # shape (channels, height, width)
conv2_params = 5232  # whole number
conv2_rf = 43  # whole number, px
conv2_macs = 793152  # whole number, MACs
conv3_shape = (64, out(9, 3, 1, 2), out(17, 3, 1, 2))  # shape (channels, height, width)
conv3_params = 27712  # whole number
conv3_rf = 51  # whole number, px
conv3_macs = 1244160  # whole number, MACs
flatten_shape = (2880,)  # shape (N,)
fc1_params = 144050  # whole number
fc1_macs = 144000  # whole number, MACs
