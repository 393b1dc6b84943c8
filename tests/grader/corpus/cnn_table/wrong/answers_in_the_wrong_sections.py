# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "1", "parameters": {"input": [3, 42, 42], "layers": [{"kind": "conv", "name": "conv1", "channels": 12, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false}}
# grader-problem: {"key": "2", "family": "cnn-table", "level": "easy", "seed": "1", "parameters": {"input": [3, 52, 52], "layers": [{"kind": "conv", "name": "conv1", "channels": 4, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 11, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": false}}
# grader-checksum: 19a700b06d2a3873

import numpy as np


# %% problem 1: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (4, 46, 46)
conv1_params = 592
conv1_rf = 7
pool1_shape = (4, 23, 23)
pool1_params = 0
pool1_rf = 8
conv2_shape = (11, 21, 21)
conv2_params = 407
conv2_rf = 12
pool2_shape = (11, 10, 10)
pool2_params = 0
pool2_rf = 14
flatten_shape = (1100,)
fc1_shape = (512,)
fc1_params = 563712
fc1_rf = 42
fc2_shape = (20,)
fc2_params = 10260
fc2_rf = 42


# %% problem 2: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (12, 36, 36)
conv1_params = 1776
conv1_rf = 7
pool1_shape = (12, 18, 18)
pool1_params = 0
pool1_rf = 8
conv2_shape = (32, 16, 16)
conv2_params = 18848
conv2_rf = 20
flatten_shape = (8192,)
fc1_shape = (10,)
fc1_params = 81930
fc1_rf = 52
