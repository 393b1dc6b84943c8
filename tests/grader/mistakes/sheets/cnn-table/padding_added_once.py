# %% Practice sheet, seed 2148: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2148", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "2148", "draw": 3, "parameters": {"input": [3, 44, 44], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 128}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 9314aa286d04ab34

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = "6x40x40"  # shape (channels, height, width)
conv1_params = 456  # whole number
conv1_rf = 5  # whole number, px
pool1_shape = "6x20x20"  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = "24x16x16"  # 20 + 2 - 7 + 1
conv2_params = 7080  # whole number
conv2_rf = 18  # whole number, px
pool2_shape = "24x5x5"  # shape (channels, height, width)
pool2_params = 0  # whole number
pool2_rf = 22  # whole number, px
flatten_shape = (600,)  # shape (N,)
fc1_params = 76928  # whole number
fc1_rf = 44  # whole number, px
fc2_params = 1290  # whole number
