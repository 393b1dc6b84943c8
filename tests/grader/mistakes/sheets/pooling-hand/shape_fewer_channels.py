# %% Practice sheet, seed 766: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "766", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "766", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [5, 4, 4, -3, -4, -3], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[4, 1, 4, 3], [0, -1, -1, 2], [6, -2, -2, -4], [0, 2, 9, -5]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [64, 52, 56], "rf_in": 3, "jump_in": 4, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 7efdb53c74243e93

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([5, 4, 4, -3, -4, -3])
x = np.array([[4, 1, 4, 3], [0, -1, -1, 2], [6, -2, -2, -4], [0, 2, 9, -5]])
rf_in = 3
jump_in = 4
in_shape = (64, 52, 56)

v_max = [5, 4, -3]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[4, 4], [6, 9]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[1, 2], ["3/2", "-1/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 1  # exact number, such as 3 or "1/2"
shape = (16, 13, 14)  # shape (channels, height, width)
params = 0  # whole number
rf = 15  # whole number, px
jump = 16  # whole number, px
