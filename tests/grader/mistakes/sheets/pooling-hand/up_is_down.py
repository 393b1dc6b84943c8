# %% Practice sheet, seed 727: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "727", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "727", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[4, -5, -7, -4, -6], [-1, -1, -6, -1, -8], [-7, 8, 2, -2, -7], [9, -8, -1, -5, 5], [5, -8, -5, -2, -4], [2, -9, -4, -7, 5]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [48, 20, 29], "rf_in": 25, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [13, 24, 21], "other_shape": [13, 27, 23], "kernel": 3}}}
# grader-checksum: 118363fb3c358868

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[4, -5, -7, -4, -6], [-1, -1, -6, -1, -8], [-7, 8, 2, -2, -7], [9, -8, -1, -5, 5], [5, -8, -5, -2, -4], [2, -9, -4, -7, 5]])
rf_in = 25
jump_in = 4
in_shape = (48, 20, 29)

x_down = [[8, 2], [9, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[8, 2], [9, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[4, -1], [9, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[1, -3, -2.5], [-2, 0.75, -4.5], [3.5, -5.5, -1.5], [0.5, -3.25, -0.5]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[4, -6, -5], [-4, 0.75, -4.5], [7, -5.5, -1.5], [2, -6.5, -1]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[4, -1, -1], [9, 8, 5], [5, -2, 5]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[-0.75, -4.75, -4.5, -4.75], [-0.25, 0.75, -1.75, -4.5], [-0.5, -5.5, -3.25, -1.5], [-2.5, -6.5, -4.5, -2]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = "48x11x15"  # shape (channels, height, width)
rf = 29  # whole number, px
rf_next = 61  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
