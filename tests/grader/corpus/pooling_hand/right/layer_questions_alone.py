# Practice sheet, seed 13: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "13", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "example lecture-network", "parameters": {"inputs": [], "layer": {"in_shape": [16, 24, 24], "rf_in": 5, "jump_in": 1, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "params", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 32, "size": 5}, "resized": null}}
# grader-checksum: 3409019d29cd8d85

import numpy as np


# %% problem 1: Pooling of features
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

shape = (16, 24 // 2, 24 // 2)
params = 0                       # pooling has nothing to learn
rf = 5 + (2 - 1) * 1
jump = 1 * 2
rf_next = rf + (5 - 1) * jump
more = "no, b)"
