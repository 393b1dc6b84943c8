# %% Practice sheet, seed 751: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "751", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "751", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [7, 0, 3, 8, 5, -3], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[6, -5, 4, 3], [-2, 3, -2, -5], [-4, 2, 7, 8], [3, 3, 7, 4]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [64, 36, 38], "rf_in": 9, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 8d6cce823deb48a0

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([7, 0, 3, 8, 5, -3])
x = np.array([[6, -5, 4, 3], [-2, 3, -2, -5], [-4, 2, 7, 8], [3, 3, 7, 4]])
rf_in = 9
jump_in = 4
in_shape = (64, 36, 38)

v_max = [7, 8, 5]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[6, 4], [3, 8]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[0.5, 0], [1, 6.5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 8  # exact number, such as 3 or "1/2"
x_global_mean = 2  # exact number, such as 3 or "1/2"
shape = "64x18x19"  # shape (channels, height, width)
params = 0  # whole number
rf = 17  # whole number, px
jump = 8  # whole number, px
