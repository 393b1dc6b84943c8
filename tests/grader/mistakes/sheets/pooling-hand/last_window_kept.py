# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "411", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-8, -7, -1, -7, -5], [8, -3, -6, -3, 2], [4, 7, -5, -2, -6], [-1, 6, 1, -6, -4], [5, 4, 6, 2, -4], [-3, -9, -3, 5, 6]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [176, 25, 22], "rf_in": 13, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [28, 44, 24], "other_shape": [28, 46, 24], "kernel": 4}}}
# grader-checksum: afba88f6924daa1b

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-8, -7, -1, -7, -5], [8, -3, -6, -3, 2], [4, 7, -5, -2, -6], [-1, 6, 1, -6, -4], [5, 4, 6, 2, -4], [-3, -9, -3, 5, 6]])
rf_in = 13
jump_in = 8
in_shape = (176, 25, 22)

x_down = [[8, 2], [7, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[8, 2], [7, 6], [6, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[8, 2, 0], [7, 6, 0], [-3, 6, 0]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[-2, -2, -3], [3, "-7/4", "-9/4"], [1, "17/4", -3], ["-3/4", -3, "11/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-8, -4, -6], [6, "-7/4", "-9/4"], [2, "17/4", -3], [-3, -6, "11/2"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[8, -1, -1, 2], [8, 7, -2, 2], [6, 6, 6, 2], [5, 6, 6, 6]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-5/2", "-9/2", "-13/4"], [4, "1/6", "-9/2"], ["-3/4", "5/6", "9/4"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (176, 14, 12)  # shape (channels, height, width)
rf = 21  # whole number, px
rf_next = 85  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
