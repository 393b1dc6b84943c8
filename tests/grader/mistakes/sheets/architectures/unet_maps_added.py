# %% Practice sheet, seed 1755: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1755", "language": "en"}
# grader-problem: {"key": "1", "family": "architectures", "level": "standard", "seed": "1755", "draw": 1, "parameters": {"network": "resnet-18", "image": [3, 168, 168], "rows": [{"kind": "conv", "name": "a", "input": [64, 42, 42], "channels": 128, "kernel": 3, "stride": 2, "padding": 1, "groups": 1, "bias": false, "norm": true, "asked": ["shape", "params", "norm"]}, {"kind": "conv", "name": "b", "channels": 128, "kernel": 3, "stride": 1, "padding": 1, "groups": 1, "bias": false, "norm": true, "after": ["a"], "asked": ["params"]}, {"kind": "conv", "name": "s", "input": [64, 42, 42], "channels": 128, "kernel": 1, "stride": 2, "padding": 0, "groups": 1, "bias": false, "norm": true, "asked": ["shape", "params"]}, {"kind": "sum", "name": "sum", "after": ["b", "s"], "asked": ["adds"]}], "total": true, "called": null, "stack": null, "skip": {"input": [256, 166, 166], "cut": 33, "below": [512, 50, 50]}, "dense": null, "head": {"features": 512, "classes": 111, "frozen": 11176512}}}
# grader-checksum: 85391e45ec9b259e

import numpy as np


# %% problem 1: Architectures, layer by layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

a_shape = (128, 21, 21)
a_params = 73728
a_norm = 256
b_params = 147456
s_shape = (128, 21, 21)
s_params = 8192
sum_adds = 56448
total = 230144
up_shape = (256, 100, 100)
crop_shape = (256, 100, 100)
joined_shape = (256, 100, 100)
trained = 56943
