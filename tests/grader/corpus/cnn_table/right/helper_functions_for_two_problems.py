# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "1", "parameters": {"input": [3, 42, 42], "layers": [{"kind": "conv", "name": "conv1", "channels": 12, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false}}
# grader-problem: {"key": "2", "family": "cnn-table", "level": "easy", "seed": "1", "parameters": {"input": [3, 52, 52], "layers": [{"kind": "conv", "name": "conv1", "channels": 4, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 11, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": false}}
# grader-checksum: 19a700b06d2a3873

import numpy as np
from math import floor, prod


# %% problem 1: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

def conv(shape, rf, jump, out, k, s=1, p=0):
    c, h, w = shape
    size = lambda n: floor((n + 2 * p - k) / s + 1)
    return (out, size(h), size(w)), out * (c * k * k + 1), rf + (k - 1) * jump, jump * s


def pool(shape, rf, jump, k, s):
    c, h, w = shape
    return (c, (h - k) // s + 1, (w - k) // s + 1), 0, rf + (k - 1) * jump, jump * s


def fc(n, m):
    return (m,), n * m + m


conv1_shape, conv1_params, conv1_rf, j = conv((3, 42, 42), 1, 1, 12, 7)
pool1_shape, pool1_params, pool1_rf, j = pool(conv1_shape, conv1_rf, j, 2, 2)
conv2_shape, conv2_params, conv2_rf, j = conv(pool1_shape, pool1_rf, j, 32, 7, p=2)
pool2_shape, pool2_params, pool2_rf, j = pool(conv2_shape, conv2_rf, j, 2, 2)
flatten_shape = (prod(pool2_shape),)
fc1_shape, fc1_params = fc(*flatten_shape, 512)
fc1_rf = 42
fc2_shape, fc2_params = fc(*fc1_shape, 20)
fc2_rf = 42
print(pool2_shape, pool2_rf)


# %% problem 2: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape, conv1_params, conv1_rf, j = conv((3, 52, 52), 1, 1, 4, 7)
pool1_shape, pool1_params, pool1_rf, j = pool(conv1_shape, conv1_rf, j, 2, 2)
conv2_shape, conv2_params, conv2_rf, j = conv(pool1_shape, pool1_rf, j, 11, 3)
flatten_shape = (prod(conv2_shape),)
fc1_shape, fc1_params = fc(*flatten_shape, 10)
fc1_rf = 52
