# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "101", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-4, -2, 1, 5, 3, 0], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[-3, 5, 1, 5], [-2, 4, 0, 2], [-1, 7, 1, 5], [-5, 9, -3, 7]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [24, 42, 51], "rf_in": 3, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: efaf8d49a07c69b9

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-4, -2, 1, 5, 3, 0])
x = np.array([[-3, 5, 1, 5], [-2, 4, 0, 2], [-1, 7, 1, 5], [-5, 9, -3, 7]])
rf_in = 3
jump_in = 2
in_shape = (24, 42, 51)

v_max = [-2, 5, 3]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[5, 5], [9, 7]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[2, 4], [5, 5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 2  # exact number, such as 3 or "1/2"
shape = (24, 14, 17)  # shape (channels, height, width)
params = 0  # whole number
rf = 7  # whole number, px
jump = 6  # whole number, px
