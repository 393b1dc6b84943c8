# %% Practice sheet, seed 3141: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3141", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "3141", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [7, 5, 1, -2, 3, -2], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[-5, 7, -3, 6], [5, 5, 7, -2], [1, 3, -1, 3], [9, -1, -2, 8]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [64, 18, 20], "rf_in": 9, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: ddcb186ff23004bc

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([7, 5, 1, -2, 3, -2])
x = np.array([[-5, 7, -3, 6], [5, 5, 7, -2], [1, 3, -1, 3], [9, -1, -2, 8]])
rf_in = 9
jump_in = 2
in_shape = (64, 18, 20)

v_max = [7, 1, 3]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[7, 7], [9, 8]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[3, 2], [3, 2]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = "5/2"  # exact number, such as 3 or "1/2"
shape = (64, 9, 10)  # shape (channels, height, width)
params = 4  # whole number
rf = 11  # whole number, px
jump = 4  # whole number, px
