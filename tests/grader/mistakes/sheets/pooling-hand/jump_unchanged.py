# %% Practice sheet, seed 762: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "762", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "762", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-2, 6, -1, 7, -2, 1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[7, 8, 3, 2], [-2, 7, 3, 6], [9, 5, 0, -2], [6, 4, 5, 3]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [40, 76, 92], "rf_in": 7, "jump_in": 2, "kernel": 4, "stride": 4, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: e52c2417b332d454

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-2, 6, -1, 7, -2, 1])
x = np.array([[7, 8, 3, 2], [-2, 7, 3, 6], [9, 5, 0, -2], [6, 4, 5, 3]])
rf_in = 7
jump_in = 2
in_shape = (40, 76, 92)

v_max = [6, 7]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[8, 6], [9, 5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[5, "7/2"], [6, "3/2"]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 9  # exact number, such as 3 or "1/2"
x_global_mean = 4  # exact number, such as 3 or "1/2"
shape = (40, 19, 23)  # shape (channels, height, width)
params = 0  # whole number
rf = 13  # whole number, px
jump = 2  # whole number, px
