# %% Practice sheet, seed 703: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "703", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "703", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [0, 7, 4, 4, 1, 1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[6, -3, -1, 8], [-3, 0, 6, 5], [2, 7, -2, 9], [-4, -5, 9, 6]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [8, 22, 24], "rf_in": 3, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 597152db803de49c

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([0, 7, 4, 4, 1, 1])
x = np.array([[6, -3, -1, 8], [-3, 0, 6, 5], [2, 7, -2, 9], [-4, -5, 9, 6]])
rf_in = 3
jump_in = 2
in_shape = (8, 22, 24)

v_max = [7, 4, 1]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[6, 8], [7, 9]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[0, 18], [0, 22]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 40  # exact number, such as 3 or "1/2"
shape = "8x11x12"  # shape (channels, height, width)
params = 0  # whole number
rf = 5  # whole number, px
jump = 4  # whole number, px
