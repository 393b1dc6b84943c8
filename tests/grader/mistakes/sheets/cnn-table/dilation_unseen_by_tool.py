# %% Practice sheet, seed 447: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "447", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "447", "draw": 3, "parameters": {"input": [3, 40, 58], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 43be24181151c6cd

import numpy as np


# %% problem 1: The table of a convolutional network
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (24,19,28)  # shape (channels, height, width)
conv1_params = 3552  # whole number
conv1_rf = 7  # whole number, px
conv1_macs = 1876896  # whole number, MACs
pool1_shape = (24,9,13)  # shape (channels, height, width)
pool1_params = 0  # whole number
pool1_rf = 11  # whole number, px
conv2_shape = (48,7,11)  # shape (channels, height, width)
conv2_params = 14448  # whole number
conv2_rf = 27  # whole number, px
conv2_macs = 1108800  # whole number, MACs
conv3_shape = (72,4,6)  # shape (channels, height, width)
conv3_params = 31176  # whole number
conv3_rf = 35  # whole number, px
conv3_macs = 746496  # whole number, MACs
flatten_shape = (1728, )  # shape (N,)
fc1_params = 86450  # whole number
fc1_macs = 86400  # whole number, MACs
