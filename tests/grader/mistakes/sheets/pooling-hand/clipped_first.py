# %% Practice sheet, seed 714: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "714", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "714", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-4, 9, 3, -3, -5, -5], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[1, 1, -5, -1], [-5, 9, 1, 9], [6, 5, -3, 0], [7, 0, 8, 7]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [32, 52, 80], "rf_in": 5, "jump_in": 2, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 95d4e03f7d69cd63

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-4, 9, 3, -3, -5, -5])
x = np.array([[1, 1, -5, -1], [-5, 9, 1, 9], [6, 5, -3, 0], [7, 0, 8, 7]])
rf_in = 5
jump_in = 2
in_shape = (32, 52, 80)

v_max = [9, 3, 0]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[9, 9], [7, 8]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["11/4", "5/2"], ["9/2", "15/4"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = "27/8"  # exact number, such as 3 or "1/2"
shape = (32, 13, 20)  # shape (channels, height, width)
params = 0  # whole number
rf = 11  # whole number, px
jump = 8  # whole number, px
