# %% Practice sheet, seed 233: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "233", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "233", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [2, -5, 4, -4, -3, -1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[7, -5, -5, 2], [-1, -3, 5, -4], [8, 4, 2, 3], [4, 8, 1, 6]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [64, 48, 52], "rf_in": 3, "jump_in": 4, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 36dbdf3e9f51e2dc

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([2, -5, 4, -4, -3, -1])
x = np.array([[7, -5, -5, 2], [-1, -3, 5, -4], [8, 4, 2, 3], [4, 8, 1, 6]])
rf_in = 3
jump_in = 4
in_shape = (64, 48, 52)

v_max = [2, 4, 0]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[7, 5], [8, 6]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["-1/2", "-1/2"], [6, 3]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 8  # exact number, such as 3 or "1/2"
x_global_mean = 2  # exact number, such as 3 or "1/2"
shape = (64, 12, 13)  # shape (channels, height, width)
params = 0  # whole number
rf = 15  # whole number, px
jump = 16  # whole number, px
