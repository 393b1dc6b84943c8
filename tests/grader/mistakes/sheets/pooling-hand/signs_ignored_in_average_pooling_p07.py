# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "4", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [9, 9, 7, -1, -2, -2], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[7, -1, 0, -3], [9, 7, -2, -3], [5, 0, -3, 5], [7, -4, 1, -1]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [56, 60, 66], "rf_in": 3, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 1f5cc2e99972cd62

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([9, 9, 7, -1, -2, -2])
x = np.array([[7, -1, 0, -3], [9, 7, -2, -3], [5, 0, -3, 5], [7, -4, 1, -1]])
rf_in = 3
jump_in = 4
in_shape = (56, 60, 66)

v_max = [9, -1]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[9, 0], [7, 5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[6, 2], [4, "5/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = "3/2"  # exact number, such as 3 or "1/2"
shape = (56, 20, 22)  # shape (channels, height, width)
params = 0  # whole number
rf = 11  # whole number, px
jump = 12  # whole number, px
