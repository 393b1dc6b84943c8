# %% Practice sheet, seed 2865: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2865", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "2865", "draw": 3, "parameters": {"input": [1, 60, 60], "layers": [{"kind": "conv", "name": "conv1", "channels": 12, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 5, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 12f15c521bca383b

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (12, 54, 54)
conv1_params = 600
conv1_rf = 7
pool1_shape = (12, 27, 27)
pool1_params = 0
pool1_rf = 8
conv2_shape = (24, 27, 27)
conv2_params = 7224
conv2_rf = 16
pool2_shape = (24, 9, 9)
pool2_params = 0
pool2_rf = 20
flatten_shape = (1944,)
fc1_params = 24*9*9*512 + 24*9*9
fc1_rf = 60
fc2_params = 512*5 + 512
