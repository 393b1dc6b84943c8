# %% Practice sheet, seed 724: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "724", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "724", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-6, -4, -4, -2, -8, -5], [7, 9, -1, -1, 2, -8], [-3, 8, 7, 5, 5, -8], [-1, -1, -1, -2, 7, -3], [-8, 5, -2, 5, 0, 2]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [160, 45, 50], "rf_in": 26, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [20, 30, 21], "other_shape": [20, 32, 21], "kernel": 3}}}
# grader-checksum: 5a9228680e699ef0

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-6, -4, -4, -2, -8, -5], [7, 9, -1, -1, 2, -8], [-3, 8, 7, 5, 5, -8], [-1, -1, -1, -2, 7, -3], [-8, 5, -2, 5, 0, 2]])
rf_in = 26
jump_in = 2
in_shape = (160, 45, 50)

x_down = [[9, 7], [8, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 7, 5], [8, 7, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[9, 2, -5], [8, 7, 2]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-3/2", -2, "-5/2", "-5/4"], [1, "23/4", "11/4", -4], ["-9/4", "1/4", "5/2", "-1/4"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-6, -4, -5, -5], [2, "23/4", "11/4", -8], ["-9/2", "1/4", "5/2", "-1/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[9, 7, 5], [9, 7, 7], [8, 7, 7]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["1/6", "-1/2", "-7/3", "-11/3"], ["9/2", "9/2", "17/6", "-5/6"], ["3/2", "8/3", "7/2", "2/3"], ["-4/3", "2/3", "7/6", "3/2"]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (160, 16, 17)  # shape (channels, height, width)
rf = 30  # whole number, px
rf_next = 54  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
