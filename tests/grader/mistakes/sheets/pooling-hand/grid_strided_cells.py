# %% Practice sheet, seed 741: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "741", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "741", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-5, -6, 6, 9, 4, 3], [-8, -4, -2, 0, -6, -1], [3, -7, 3, -5, 0, 8], [-2, 5, 4, 4, 0, -3], [-1, 9, -3, -8, -5, 7]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [160, 38, 29], "rf_in": 10, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [7, 36, 32], "other_shape": [7, 40, 33], "kernel": 4}}}
# grader-checksum: 587038590480a396

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-5, -6, 6, 9, 4, 3], [-8, -4, -2, 0, -6, -1], [3, -7, 3, -5, 0, 8], [-2, 5, 4, 4, 0, -3], [-1, 9, -3, -8, -5, 7]])
rf_in = 10
jump_in = 2
in_shape = (160, 38, 29)

x_down = [[6, 9], [9, 4]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[6, 9, 8], [9, 4, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-4, 9, 3], [9, 4, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-5/4", 0, "13/4", "3/4"], ["-5/4", "-5/2", "-11/4", "7/4"], ["-3/4", "15/4", "-9/4", 1]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-5, 0, "13/2", 3], ["-5/2", "-5/2", "-11/4", "7/2"], ["-3/2", "15/4", "-9/4", 2]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[9, 5, 6], [0, 9, 7], [3, 0, 8]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-7/4", "13/4", "3/2", "1/2"], [-7, "-5/2", -2, 0], ["3/2", "1/2", 3, -5], [-1, 1, 4, 4]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (160, 20, 15)  # shape (channels, height, width)
rf = 12  # whole number, px
rf_next = 20  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
