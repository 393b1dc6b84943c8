# %% Practice sheet, seed 58: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "58", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "58", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-6, -3, 7, 8, 7, 5], [-3, -2, -5, -5, 6, -1], [-3, -8, -9, 2, 3, 0], [3, 8, 4, 5, -3, 8], [9, -5, 8, -6, 3, 6]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [128, 54, 50], "rf_in": 11, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [26, 24, 40], "other_shape": [26, 28, 43], "kernel": 4}}}
# grader-checksum: c5a0c9a23dffda15

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-6, -3, 7, 8, 7, 5], [-3, -2, -5, -5, 6, -1], [-3, -8, -9, 2, 3, 0], [3, 8, 4, 5, -3, 8], [9, -5, 8, -6, 3, 6]])
rf_in = 11
jump_in = 4
in_shape = (128, 54, 50)

x_down = [[7, 8], [9, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[7, 8], [9, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-2, 8], [9, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-3/2", 1, "15/4", "5/4"], ["-3/2", -6, "3/2", "-1/4"], [3, "15/4", "-1/4", "7/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-6, 2, "15/2", 5], [-3, -6, "3/2", "-1/2"], [6, "15/4", "-1/4", 7]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-2, 7, 8, 7], [-2, -2, 6, 6], [8, 8, 5, 8], [9, 8, 5, 8]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-7/2", "5/4", "17/4"], ["-5/6", "-4/3", "13/6"], ["15/4", "11/4", "7/2"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (128, 18, 17)  # shape (channels, height, width)
rf = 19  # whole number, px
rf_next = 43  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
