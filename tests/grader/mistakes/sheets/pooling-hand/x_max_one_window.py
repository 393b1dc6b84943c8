# %% Practice sheet, seed 778: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "778", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "778", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [9, 9, -3, -2, -4, 1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[2, 1, -1, 0], [-5, 6, -5, 2], [3, 8, 1, 8], [7, 2, 0, -5]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [48, 44, 52], "rf_in": 5, "jump_in": 2, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: b7c1672275d2ea23

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([9, 9, -3, -2, -4, 1])
x = np.array([[2, 1, -1, 0], [-5, 6, -5, 2], [3, 8, 1, 8], [7, 2, 0, -5]])
rf_in = 5
jump_in = 2
in_shape = (48, 44, 52)

v_max = [9, -2, 1]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[6, 2], [8, 1]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[1, -1], [5, 1]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 8  # exact number, such as 3 or "1/2"
x_global_mean = 1.5  # exact number, such as 3 or "1/2"
shape = "48x11x13"  # shape (channels, height, width)
params = 0  # whole number
rf = 11  # whole number, px
jump = 8  # whole number, px
