# %% Practice sheet, seed 5554: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5554", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "5554", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-4, -2, 2, -1, 1, -4], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[-5, 0, 2, 4], [5, 0, -3, 5], [4, 2, 8, 2], [1, 7, 1, 7]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [8, 36, 44], "rf_in": 7, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: d35c101fcafb2aed

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-4, -2, 2, -1, 1, -4])
x = np.array([[-5, 0, 2, 4], [5, 0, -3, 5], [4, 2, 8, 2], [1, 7, 1, 7]])
rf_in = 7
jump_in = 2
in_shape = (8, 36, 44)

v_max = [-2, 2, 1]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[5, 5], [7, 8]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[0, 2], [3.5, 4.5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 8  # exact number, such as 3 or "1/2"
x_global_mean = 2.5  # exact number, such as 3 or "1/2"
shape = (8, 18, 22)  # shape (channels, height, width)
params = 4  # the 2 x 2 window
rf = 9  # whole number, px
jump = 4  # whole number, px
