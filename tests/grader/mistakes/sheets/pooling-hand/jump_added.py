# %% Practice sheet, seed 760: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "760", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "760", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-5, 9, -1, 6, 2, 1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[7, -4, -5, 6], [1, -2, 7, 2], [9, -3, 2, 9], [8, 2, 1, 0]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [32, 56, 60], "rf_in": 9, "jump_in": 4, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: ea09360f159c4d78

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-5, 9, -1, 6, 2, 1])
x = np.array([[7, -4, -5, 6], [1, -2, 7, 2], [9, -3, 2, 9], [8, 2, 1, 0]])
rf_in = 9
jump_in = 4
in_shape = (32, 56, 60)

v_max = [9, 6, 2]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[7, 7], [9, 9]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["1/2", "5/2"], [4, 3]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = "5/2"  # exact number, such as 3 or "1/2"
shape = (32, 14, 15)  # shape (channels, height, width)
params = 0  # whole number
rf = 21  # whole number, px
jump = 8  # whole number, px
