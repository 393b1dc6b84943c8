# %% Practice sheet, seed 707: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "707", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "707", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [0, 5, 9, -3, -3, 7], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[3, 8, 8, -3], [-5, 4, -4, 1], [9, -4, -5, 5], [0, 7, 5, 3]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [8, 18, 32], "rf_in": 7, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 1b343312fc274a7f

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([0, 5, 9, -3, -3, 7])
x = np.array([[3, 8, 8, -3], [-5, 4, -4, 1], [9, -4, -5, 5], [0, 7, 5, 3]])
rf_in = 7
jump_in = 2
in_shape = (8, 18, 32)

v_max = [9, 7]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[8, 8], [9, 5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["15/4", "9/4"], [4, "13/4"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = "53/16"  # exact number, such as 3 or "1/2"
shape = (8, 9, 16)  # shape (channels, height, width)
params = 0  # whole number
rf = 9  # whole number, px
jump = 4  # whole number, px
