# %% Practice sheet, seed 701: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "701", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "701", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [8, -1, -2, 2, -4, 1], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 3, "stride": 3}]}, {"name": "x", "cells": [[4, 7, -1, 2], [1, -2, 0, -1], [1, 5, -2, 2], [1, 3, 6, -2]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [24, 22, 34], "rf_in": 9, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 17e9278a04e19284

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([8, -1, -2, 2, -4, 1])
x = np.array([[4, 7, -1, 2], [1, -2, 0, -1], [1, 5, -2, 2], [1, 3, 6, -2]])
rf_in = 9
jump_in = 2
in_shape = (24, 22, 34)

v_max = [8, -4]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[7, 2], [5, 6]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [["5/2", 0], ["5/2", 1]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 7  # exact number, such as 3 or "1/2"
x_global_mean = "3/2"  # exact number, such as 3 or "1/2"
shape = (24, 11, 17)  # shape (channels, height, width)
params = 0  # whole number
rf = 11  # whole number, px
jump = 4  # whole number, px
