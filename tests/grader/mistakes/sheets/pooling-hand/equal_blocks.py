# %% Practice sheet, seed 1905: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1905", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "1905", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[3, -8, 5, 1, -5, -6], [-7, -4, -8, 6, -9, -4], [5, -5, -3, 7, 0, 3], [-8, -6, -5, -8, 2, 7], [-8, 4, 0, -7, 5, 3]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [240, 48, 38], "rf_in": 28, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [18, 27, 15], "other_shape": [18, 29, 15], "grid": 3}}}
# grader-checksum: c0a41b9cf1586c69

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, -8, 5, 1, -5, -6], [-7, -4, -8, 6, -9, -4], [5, -5, -3, 7, 0, 3], [-8, -6, -5, -8, 2, 7], [-8, 4, 0, -7, 5, 3]])
rf_in = 28
jump_in = 2
in_shape = (240, 48, 38)

x_down = [[5, 7], [5, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[5, 7, 3], [5, 7, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[3, 6, -4], [5, 7, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["3/4", "-3/4", -1, "-3/2"], ["-1/2", -5, 1, "-1/4"], [-4, "-7/4", -2, "5/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[3, "-3/2", -2, -6], [-1, -5, 1, "-1/2"], [-8, "-7/4", -2, 5]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[3, 5, -5], [-4, 6, -4], [5, 7, 3]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[3, -8, 5, 1], [-7, -4, -8, 6], [5, -5, -3, 7], [-8, -6, -5, -8]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (240, 17, 13)  # shape (channels, height, width)
rf = 32  # whole number, px
rf_next = 44  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
