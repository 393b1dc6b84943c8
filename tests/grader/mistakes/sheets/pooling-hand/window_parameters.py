# %% Practice sheet, seed 764: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "764", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "764", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [8, 4, 4, 6, 6, 4], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[6, -2, -4, 4], [-4, 8, 7, -5], [1, 3, -5, -4], [9, 1, 9, 0]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [8, 80, 92], "rf_in": 9, "jump_in": 2, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 3def9f579ac877b8

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([8, 4, 4, 6, 6, 4])
x = np.array([[6, -2, -4, 4], [-4, 8, 7, -5], [1, 3, -5, -4], [9, 1, 9, 0]])
rf_in = 9
jump_in = 2
in_shape = (8, 80, 92)

v_max = [8, 6]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[8, 7], [9, 9]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[2, 0.5], [3.5, 0]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 1.5  # exact number, such as 3 or "1/2"
shape = "8x20x23"  # shape (channels, height, width)
params = 16  # whole number
rf = 15  # whole number, px
jump = 8  # whole number, px
