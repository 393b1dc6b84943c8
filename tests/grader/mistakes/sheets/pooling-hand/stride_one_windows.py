# %% Practice sheet, seed 713: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "713", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "713", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-1, -3, -5, 5, 8, 1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[-1, 1, 4, 8], [1, -1, 1, -3], [9, 1, 4, -3], [5, 1, -3, 8]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [64, 60, 78], "rf_in": 9, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: c635d6ccb0bf4834

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-1, -3, -5, 5, 8, 1])
x = np.array([[-1, 1, 4, 8], [1, -1, 1, -3], [9, 1, 4, -3], [5, 1, -3, 8]])
rf_in = 9
jump_in = 2
in_shape = (64, 60, 78)

v_max = [-1, -3, 5, 8, 8]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[1, 4, 8], [9, 4, 4], [9, 4, 8]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[0, "5/4", "5/2"], ["5/2", "5/4", "-1/4"], [4, "3/4", "3/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 2  # exact number, such as 3 or "1/2"
shape = (64, 20, 26)  # shape (channels, height, width)
params = 0  # whole number
rf = 13  # whole number, px
jump = 6  # whole number, px
