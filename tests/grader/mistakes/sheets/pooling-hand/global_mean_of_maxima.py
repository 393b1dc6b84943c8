# %% Practice sheet, seed 710: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "710", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "710", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-3, -5, -1, 1, 2, 1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[-1, -5, -4, 1], [8, 8, 2, 9], [-2, 5, 0, -4], [-5, 2, 2, 0]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [8, 60, 76], "rf_in": 7, "jump_in": 2, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: f56943a679455dfd

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-3, -5, -1, 1, 2, 1])
x = np.array([[-1, -5, -4, 1], [8, 8, 2, 9], [-2, 5, 0, -4], [-5, 2, 2, 0]])
rf_in = 7
jump_in = 2
in_shape = (8, 60, 76)

v_max = [-1, 2]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[8, 9], [5, 2]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["5/2", 2], [0, "-1/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 6  # exact number, such as 3 or "1/2"
shape = (8, 15, 19)  # shape (channels, height, width)
params = 0  # whole number
rf = 13  # whole number, px
jump = 8  # whole number, px
