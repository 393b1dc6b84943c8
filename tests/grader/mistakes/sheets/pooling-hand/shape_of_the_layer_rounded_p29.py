# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "3", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-9, 5, 0, 8, -7], [-8, 8, -1, -7, 8], [5, -8, -7, 9, -9], [-1, -6, -2, -9, -1], [-5, 3, 3, -7, 5], [1, -8, -7, -3, -8]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [32, 30, 47], "rf_in": 12, "jump_in": 8, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [11, 24, 21], "other_shape": [11, 26, 21], "grid": 3}}}
# grader-checksum: 8d032e3506b8ddbe

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-9, 5, 0, 8, -7], [-8, 8, -1, -7, 8], [5, -8, -7, 9, -9], [-1, -6, -2, -9, -1], [-5, 3, 3, -7, 5], [1, -8, -7, -3, -8]])
rf_in = 12
jump_in = 8
in_shape = (32, 30, 47)

x_down = [[8, 9], [5, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[8, 9], [5, 9], [3, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[8, 8], [5, 9], [1, -3]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-9/4", "5/4", "1/4"], ["-3/4", -2, "1/4"], ["-3/2", "-1/2", -3], ["1/4", "-15/4", "-11/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-9, "5/2", "1/2"], ["-3/2", -2, "1/4"], [-3, "-1/2", -3], [1, "-15/2", "-11/2"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[8, 8, 8, 8], [8, 8, 9, 9], [3, 3, 3, 5], [3, 3, 3, 5]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[-1, "13/6", "1/2"], ["-5/2", "-23/6", "-5/2"], ["-9/4", "-19/6", "-13/4"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (32, 10, 16)  # shape (channels, height, width)
rf = 28  # whole number, px
rf_next = 76  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = 'yes, b'  # answer (yes / no) and the letter of the reason, in quotes with a comma between
