# %% Practice sheet, seed 1624: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1624", "language": "en"}
# grader-problem: {"key": "1", "family": "architectures", "level": "easy", "seed": "1624", "draw": 1, "parameters": {"network": "lenet5", "image": [1, 88, 88], "rows": [{"kind": "conv", "name": "c1", "input": [1, 88, 88], "channels": 6, "kernel": 5, "stride": 1, "padding": 0, "groups": 1, "bias": true, "norm": false, "asked": ["shape", "params"]}, {"kind": "pool", "name": "s2", "input": [6, 84, 84], "kernel": 2, "stride": 2, "padding": 0, "scaled": true, "asked": ["shape", "params"]}, {"kind": "conv", "name": "c5", "input": [16, 19, 19], "channels": 120, "kernel": 5, "stride": 1, "padding": 0, "groups": 1, "bias": true, "norm": false, "asked": ["params"]}], "total": false, "called": null, "stack": {"channels": 120}, "skip": null, "dense": null, "head": null}}
# grader-checksum: 8247b8197b8a5543

import numpy as np


# %% problem 1: Architectures, layer by layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

c1_shape = (6, 84, 84)  # shape (channels, height, width)
c1_params = 6 * (5 * 5 + 1)  # whole number
s2_shape = (6, 42, 42)  # shape (channels, height, width)
s2_params = 6 * (2 * 2 + 1)  # whole number
c5_params = 48120  # whole number
stacked = 388800  # whole number
single = 705600  # whole number
