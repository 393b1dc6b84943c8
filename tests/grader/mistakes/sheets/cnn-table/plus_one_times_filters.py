# %% Practice sheet, seed 463: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "463", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "463", "draw": 3, "parameters": {"input": [3, 52, 52], "layers": [{"kind": "conv", "name": "conv1", "channels": 7, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 12, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: a5c9b5f3ece199fb

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

def out(size, kernel, stride, pad=0):
    return (size - kernel + 2 * pad) // stride + 1

conv1_shape = (7, out(52, 3, 1, 0), out(52, 3, 1, 0))  # shape (channels, height, width)
conv1_params = 3 * 3 * 3 + 1 * 7  # whole number
conv1_rf = 1 + 2 * 1  # whole number, px
pool1_shape = (7, out(conv1_shape[1], 2, 2, 0), out(conv1_shape[2], 2, 2, 0))  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = conv1_rf + 1 * 1  # whole number, px
conv2_shape = (12, out(pool1_shape[1], 3, 1, 0), out(pool1_shape[2], 3, 1, 0))  # shape (channels, height, width)
conv2_params = 3 * 3 * 7 + 1 * 12  # whole number
conv2_rf = pool1_rf + 2 * 2  # whole number, px
flatten_shape = (conv2_shape[0] * conv2_shape[1] * conv2_shape[2],)  # shape (N,)
fc1_params = flatten_shape[0] * 5 + 5  # whole number
fc1_rf = 52  # whole number, px
