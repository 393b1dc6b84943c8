# %% Practice sheet, seed 2024: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2024", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "2024", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [5, 9, -3, 4, 2, -2], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[6, 6, 5, 8], [7, 7, -4, 3], [1, 1, -1, 4], [6, -2, 7, 2]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [16, 26, 30], "rf_in": 5, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 12605db01c721900

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([5, 9, -3, 4, 2, -2])
x = np.array([[6, 6, 5, 8], [7, 7, -4, 3], [1, 1, -1, 4], [6, -2, 7, 2]])
rf_in = 5
jump_in = 4
in_shape = (16, 26, 30)

v_max = [9, 4]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[7, 8], [6, 7]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["13/2", 3], ["3/2", 3]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 8  # exact number, such as 3 or "1/2"
x_global_mean = "7/2"  # exact number, such as 3 or "1/2"
shape = (16, 13, 15)  # shape (channels, height, width)
params = 0  # whole number
rf = 13  # whole number, px
jump = 8  # whole number, px
