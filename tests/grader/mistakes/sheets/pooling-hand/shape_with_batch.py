# %% Practice sheet, seed 770: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "770", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "770", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [8, -4, -4, 9, -3, 6], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[9, 7, 2, 6], [7, 7, 0, 2], [7, -5, -3, 9], [-1, 5, 7, 5]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [40, 30, 40], "rf_in": 7, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 2cd44851963c86b7

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([8, -4, -4, 9, -3, 6])
x = np.array([[9, 7, 2, 6], [7, 7, 0, 2], [7, -5, -3, 9], [-1, 5, 7, 5]])
rf_in = 7
jump_in = 2
in_shape = (40, 30, 40)

v_max = [8, 9, 6]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[9, 6], [7, 9]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[7.5, 2.5], [1.5, 4.5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 4  # exact number, such as 3 or "1/2"
shape = "1x40x15x20"  # shape (channels, height, width)
params = 0  # whole number
rf = 9  # whole number, px
jump = 4  # whole number, px
