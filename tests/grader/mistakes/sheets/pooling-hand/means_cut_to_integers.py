# %% Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "7", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-2, 3, 1, -1, 5, -1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[4, 1, 3, 2], [0, 9, 5, 4], [5, 6, -1, -4], [2, 3, -5, 6]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [8, 16, 26], "rf_in": 7, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: fd3d2b61343f8417

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-2, 3, 1, -1, 5, -1])
x = np.array([[4, 1, 3, 2], [0, 9, 5, 4], [5, 6, -1, -4], [2, 3, -5, 6]])
rf_in = 7
jump_in = 4
in_shape = (8, 16, 26)

v_max = [3, 1, 5]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[9, 5], [6, 6]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[3, 3], [4, -1]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 2  # exact number, such as 3 or "1/2"
shape = (8, 8, 13)  # shape (channels, height, width)
params = 0  # whole number
rf = 11  # whole number, px
jump = 8  # whole number, px
