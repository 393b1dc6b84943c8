# %% Practice sheet, seed 356: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "356", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "356", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [8, 1, 6, -5, 6, 7], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[-3, 0, 8, 1], [-4, -5, 1, 6], [4, 6, 4, -4], [-5, 9, 8, -2]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [64, 54, 78], "rf_in": 3, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 4fdae5e2a0be13d7

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([8, 1, 6, -5, 6, 7])
x = np.array([[-3, 0, 8, 1], [-4, -5, 1, 6], [4, 6, 4, -4], [-5, 9, 8, -2]])
rf_in = 3
jump_in = 4
in_shape = (64, 54, 78)

v_max = [8, 6, 7]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[0, 8], [9, 8]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["-3/2", 4], ["7/2", "3/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = "3/2"  # exact number, such as 3 or "1/2"
shape = (64, 18, 26)  # shape (channels, height, width)
params = 0  # whole number
rf = 11  # whole number, px
jump = 12  # whole number, px
