# %% Practice sheet, seed 740: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "740", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "740", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-2, -9, 8, 4, 7, -8], [-2, -8, 4, -2, 2, -9], [-4, 5, -9, 7, 0, 7], [9, 4, 3, -1, -7, 9], [3, 6, 5, 1, 6, 4]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [192, 35, 24], "rf_in": 24, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [12, 48, 28], "other_shape": [12, 50, 28], "kernel": 4}}}
# grader-checksum: 856e6767adf17685

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-2, -9, 8, 4, 7, -8], [-2, -8, 4, -2, 2, -9], [-4, 5, -9, 7, 0, 7], [9, 4, 3, -1, -7, 9], [3, 6, 5, 1, 6, 4]])
rf_in = 24
jump_in = 4
in_shape = (192, 35, 24)

x_down = [[8, 8], [9, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[8, 8, 7], [9, 7, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-2, 8, -8], [9, 7, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-1/2", "-1/4", "11/4", -2], ["-3/2", -2, "7/4", "-1/2"], [3, "9/2", "-1/4", "13/4"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-2, "-1/2", "11/2", -8], [-3, -2, "7/4", -1], [6, "9/2", "-1/4", "13/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-2, 8, 7], [9, 7, 9], [6, 5, 6]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-21/4", 6, "11/4", "-17/2"], ["1/2", -9, "7/2", 7], ["13/2", 3, -4, 9], ["9/2", 5, "7/2", 4]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (192, 12, 9)  # shape (channels, height, width)
rf = 32  # whole number, px
rf_next = 56  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
