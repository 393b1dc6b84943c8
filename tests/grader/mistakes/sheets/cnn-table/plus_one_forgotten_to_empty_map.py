# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "3", "draw": 2, "parameters": {"input": [3, 22, 45], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 9c1e31cbcfcebb35

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 9, 21)
conv1_params = 2368
conv1_rf = 7
conv1_macs = 444528
pool1_shape = (16, 3, 9)
pool1_params = 0
pool1_rf = 11
conv2_shape = (48, 2, 8)
conv2_params = 3504
conv2_rf = 27
conv2_macs = 55296
conv3_shape = (64, 0, 3)
conv3_params = 27712
conv3_rf = 35
conv3_macs = 0
flatten_shape = (0,)
fc1_params = 20
fc1_macs = 0
