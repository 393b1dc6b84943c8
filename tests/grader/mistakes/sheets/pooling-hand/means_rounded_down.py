# %% Practice sheet, seed 705: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "705", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "705", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-3, -5, 7, 2, -3, 6], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[1, 0, 0, 8], [-1, 2, 7, -3], [5, 5, 1, 9], [9, 5, 9, -1]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [40, 30, 46], "rf_in": 7, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: dceca9abd01d4d8a

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-3, -5, 7, 2, -3, 6])
x = np.array([[1, 0, 0, 8], [-1, 2, 7, -3], [5, 5, 1, 9], [9, 5, 9, -1]])
rf_in = 7
jump_in = 4
in_shape = (40, 30, 46)

v_max = [-3, 7, 6]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[2, 8], [9, 9]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[0, 3], [6, 4]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 3  # exact number, such as 3 or "1/2"
shape = (40, 15, 23)  # shape (channels, height, width)
params = 0  # whole number
rf = 11  # whole number, px
jump = 8  # whole number, px
