# %% Practice sheet, seed 462: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "462", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "462", "draw": 3, "parameters": {"input": [1, 34, 34], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 100}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 4747ac3d7938c2e6

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

def conv_out(n, k, s, p):
    return n - k + 2 * p // s + 1

conv1_shape = (6, conv_out(34, 7, 1, 0), conv_out(34, 7, 1, 0))  # shape (channels, height, width)
conv1_params = 6 * (7 * 7 * 1 + 1)  # whole number
conv1_rf = 1 + 6 * 1  # whole number, px
pool1_shape = (6, conv_out(conv1_shape[1], 2, 2, 0), conv_out(conv1_shape[2], 2, 2, 0))  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = conv1_rf + 1 * 1  # whole number, px
conv2_shape = (20, conv_out(pool1_shape[1], 7, 1, 2), conv_out(pool1_shape[2], 7, 1, 2))  # shape (channels, height, width)
conv2_params = 20 * (7 * 7 * 6 + 1)  # whole number
conv2_rf = pool1_rf + 6 * 2  # whole number, px
pool2_shape = (20, conv_out(conv2_shape[1], 2, 2, 0), conv_out(conv2_shape[2], 2, 2, 0))  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = conv2_rf + 1 * 2  # whole number, px
flatten_shape = (pool2_shape[0] * pool2_shape[1] * pool2_shape[2],)  # shape (N,)
fc1_params = flatten_shape[0] * 100 + 100  # whole number
fc1_rf = 34  # whole number, px
fc2_params = 100 * 5 + 5  # whole number
