# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-5, -5, 7, 1, 0, -1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[2, 2, 7, 9], [-3, -5, 3, 1], [-1, -3, -4, -4], [-1, 9, 6, 6]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [64, 39, 66], "rf_in": 7, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: e050d47099857d75

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-5, -5, 7, 1, 0, -1])
x = np.array([[2, 2, 7, 9], [-3, -5, 3, 1], [-1, -3, -4, -4], [-1, 9, 6, 6]])
rf_in = 7
jump_in = 4
in_shape = (64, 39, 66)

v_max = [7, 1]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[-5, 9], [9, 6]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[-1, 5], [1, 1]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = "3/2"  # exact number, such as 3 or "1/2"
shape = (64, 13, 22)  # shape (channels, height, width)
params = 0  # whole number
rf = 15  # whole number, px
jump = 12  # whole number, px
