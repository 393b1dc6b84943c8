# %% Practice sheet, seed 2519: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2519", "language": "en"}
# grader-problem: {"key": "1", "family": "architectures", "level": "standard", "seed": "2519", "draw": 1, "parameters": {"network": "resnet-18", "image": [3, 192, 192], "rows": [{"kind": "conv", "name": "a", "input": [128, 24, 24], "channels": 256, "kernel": 3, "stride": 2, "padding": 1, "groups": 1, "bias": false, "norm": true, "asked": ["shape", "params", "norm"]}, {"kind": "conv", "name": "b", "channels": 256, "kernel": 3, "stride": 1, "padding": 1, "groups": 1, "bias": false, "norm": true, "after": ["a"], "asked": ["params"]}, {"kind": "conv", "name": "s", "input": [128, 24, 24], "channels": 256, "kernel": 1, "stride": 2, "padding": 0, "groups": 1, "bias": false, "norm": true, "asked": ["shape", "params"]}, {"kind": "sum", "name": "sum", "after": ["b", "s"], "asked": ["adds"]}], "total": true, "called": null, "stack": null, "skip": {"input": [64, 128, 128], "cut": 21, "below": [128, 43, 43]}, "dense": null, "head": {"features": 512, "classes": 70, "frozen": 11176512}}}
# grader-checksum: 3a1e68e9869292e1

import numpy as np


# %% problem 1: Architectures, layer by layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

a_shape = [256, 12, 12]  # shape (channels, height, width)
a_params = 294912  # whole number
a_norm = 1024  # gamma, beta, mean, var
b_params = 589824  # whole number
s_shape = [256, 12, 12]  # shape (channels, height, width)
s_params = 32768  # whole number
sum_adds = 36864  # whole number
total = 920576  # whole number
up_shape = [64, 86, 86]  # shape (channels, height, width)
crop_shape = [64, 86, 86]  # shape (channels, height, width)
joined_shape = [128, 86, 86]  # shape (channels, height, width)
trained = 35910  # whole number
