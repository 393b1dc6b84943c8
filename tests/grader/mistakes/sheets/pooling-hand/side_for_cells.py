# %% Practice sheet, seed 712: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "712", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "712", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [-4, 9, -1, 4, 6, -5], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[-2, 3, 8, 2], [4, -5, -1, 5], [0, -3, -2, 5], [-5, 2, -2, -1]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [24, 18, 34], "rf_in": 3, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 2fbfe435eb080431

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([-4, 9, -1, 4, 6, -5])
x = np.array([[-2, 3, 8, 2], [4, -5, -1, 5], [0, -3, -2, 5], [-5, 2, -2, -1]])
rf_in = 3
jump_in = 4
in_shape = (24, 18, 34)

v_max = [9, 4, 6]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = [[4, 8], [2, 5]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = [[0, 7], [-3, 0]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = 8  # exact number, such as 3 or "1/2"
x_global_mean = 0.5  # exact number, such as 3 or "1/2"
shape = (24, 9, 17)  # shape (channels, height, width)
params = 0  # whole number
rf = 7  # whole number, px
jump = 8  # whole number, px
