# %% Practice sheet, seed 353: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "353", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "353", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [7, 4, 5, 3, 0, 8], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[5, 3, -5, -4], [6, 6, -5, 8], [-3, 2, 9, -1], [5, 8, 8, 6]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [32, 32, 44], "rf_in": 9, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 9ef7bc301deeda11

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([7, 4, 5, 3, 0, 8])
x = np.array([[5, 3, -5, -4], [6, 6, -5, 8], [-3, 2, 9, -1], [5, 8, 8, 6]])
rf_in = 9
jump_in = 4
in_shape = (32, 32, 44)

v_max = [7, 5, 8]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[6, 8], [8, 9]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[5, "-3/2"], [3, "11/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = "31/4"  # exact number, such as 3 or "1/2"
shape = (32, 16, 22)  # shape (channels, height, width)
params = 0  # whole number
rf = 13  # whole number, px
jump = 8  # whole number, px
