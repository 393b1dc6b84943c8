# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false}}
# grader-checksum: 5757314a793d285c

import numpy as np


# %% problem 1: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 28 - 5 + 1, 28 - 5 + 1)
conv1_params = 16 * (1 * 5 * 5) + 16
conv1_rf = 1 + (5 - 1) * 1
pool1_shape = (conv1_shape[0], conv1_shape[1] // 2, conv1_shape[2] // 2)
pool1_params = 0
pool1_rf = conv1_rf + (2 - 1) * 1
conv2_shape = (32, pool1_shape[1] - 5 + 1, pool1_shape[2] - 5 + 1)
conv2_params = 32 * (16 * 5 * 5) + 32
conv2_rf = pool1_rf + (5 - 1) * 2
pool2_shape = (32, conv2_shape[1] // 2, conv2_shape[2] // 2)
pool2_params = 0
pool2_rf = conv2_rf + (2 - 1) * 2
flatten_shape = (32 * 4 * 4,)
fc1_shape = (512,)
fc1_params = 512 * 512 + 512
fc1_rf = 28          # sees everything
fc2_shape = (10,)
fc2_params = 512 * 10 + 10
fc2_rf = 28
