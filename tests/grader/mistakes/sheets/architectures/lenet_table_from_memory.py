# %% Practice sheet, seed 4374: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4374", "language": "en"}
# grader-problem: {"key": "1", "family": "architectures", "level": "hard", "seed": "4374", "draw": 1, "parameters": {"network": "googlenet", "image": [3, 288, 288], "rows": [{"kind": "conv", "name": "b1", "input": [480, 18, 18], "channels": 192, "kernel": 1, "stride": 1, "padding": 0, "groups": 1, "bias": false, "norm": true, "asked": ["params", "macs"]}, {"kind": "conv", "name": "b2a", "input": [480, 18, 18], "channels": 96, "kernel": 1, "stride": 1, "padding": 0, "groups": 1, "bias": false, "norm": true, "asked": ["params"]}, {"kind": "conv", "name": "b2b", "channels": 208, "kernel": 3, "stride": 1, "padding": 1, "groups": 1, "bias": false, "norm": true, "after": ["b2a"], "asked": ["params", "macs"]}, {"kind": "conv", "name": "b3a", "input": [480, 18, 18], "channels": 16, "kernel": 1, "stride": 1, "padding": 0, "groups": 1, "bias": false, "norm": true, "asked": ["params"]}, {"kind": "conv", "name": "b3b", "channels": 48, "kernel": 3, "stride": 1, "padding": 1, "groups": 1, "bias": false, "norm": true, "after": ["b3a"], "asked": ["params"]}, {"kind": "pool", "name": "pool", "input": [480, 18, 18], "kernel": 3, "stride": 1, "padding": 1, "asked": ["shape"]}, {"kind": "conv", "name": "b4", "channels": 64, "kernel": 1, "stride": 1, "padding": 0, "groups": 1, "bias": false, "norm": true, "after": ["pool"], "asked": ["params"]}, {"kind": "concat", "name": "cat", "after": ["b1", "b2b", "b3b", "b4"], "asked": ["shape"]}, {"kind": "table", "name": "c3", "input": [6, 14, 14], "inputs": [3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 6], "kernel": 3, "asked": ["params"]}], "total": true, "called": null, "stack": null, "skip": null, "dense": {"input": [112, 28, 28], "growth": 24, "layers": 7}, "head": null}}
# grader-checksum: 94f40291d8c64079

import numpy as np


# %% problem 1: Architectures, layer by layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

b1_params = 92160  # whole number
b1_macs = 29859840  # whole number, MACs
b2a_params = 46080  # whole number
b2b_params = 179712  # whole number
b2b_macs = 58226688  # whole number, MACs
b3a_params = 7680  # whole number
b3b_params = 6912  # whole number
pool_shape = (480, 18, 18)  # shape (channels, height, width)
b4_params = 30720  # whole number
cat_shape = (512, 18, 18)  # shape (channels, height, width)
c3_params = 556  # whole number
total = 364512  # whole number
dense_shape = (280, 28, 28)  # shape (channels, height, width)
dense_params = 55296  # whole number
