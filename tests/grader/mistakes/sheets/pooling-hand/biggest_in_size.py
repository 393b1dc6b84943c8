# %% Practice sheet, seed 711: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "711", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "711", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-5, -1, 0, 1, -5, 3], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[-4, 5, 6, 5], [3, 4, -5, -4], [-2, 2, -5, 1], [-4, -4, 5, 5]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [40, 42, 69], "rf_in": 7, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 1014b5227dc49927

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-5, -1, 0, 1, -5, 3])
x = np.array([[-4, 5, 6, 5], [3, 4, -5, -4], [-2, 2, -5, 1], [-4, -4, 5, 5]])
rf_in = 7
jump_in = 4
in_shape = (40, 42, 69)

v_max = [-5, -5]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[5, 6], [-4, 5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[2, "1/2"], [-2, "3/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 6  # exact number, such as 3 or "1/2"
x_global_mean = "1/2"  # exact number, such as 3 or "1/2"
shape = (40, 14, 23)  # shape (channels, height, width)
params = 0  # whole number
rf = 15  # whole number, px
jump = 12  # whole number, px
