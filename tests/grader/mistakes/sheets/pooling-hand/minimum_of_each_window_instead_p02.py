# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "1", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [4, -5, 0, 1, 3, 8], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[7, 6, -3, -4], [6, -1, -2, 9], [-1, 4, 0, -2], [-2, 7, -3, -5]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [32, 16, 18], "rf_in": 3, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: e6e678e821a505e8

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([4, -5, 0, 1, 3, 8])
x = np.array([[7, 6, -3, -4], [6, -1, -2, 9], [-1, 4, 0, -2], [-2, 7, -3, -5]])
rf_in = 3
jump_in = 4
in_shape = (32, 16, 18)

v_max = [4, 1, 8]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[-1, -4], [-2, -5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["9/2", 0], [2, "-5/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 1  # exact number, such as 3 or "1/2"
shape = (32, 8, 9)  # shape (channels, height, width)
params = 0  # whole number
rf = 7  # whole number, px
jump = 8  # whole number, px
