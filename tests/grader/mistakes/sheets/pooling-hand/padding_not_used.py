# %% Practice sheet, seed 749: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "749", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "749", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[5, 8, 6, 1, -6], [3, -8, -7, -8, 2], [4, -8, 3, 0, 6], [-9, -8, -7, 0, -1], [3, -3, -2, 0, -5], [-4, -1, 3, 3, -3]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [80, 35, 16], "rf_in": 30, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [31, 40, 32], "other_shape": [31, 42, 32], "kernel": 4}}}
# grader-checksum: ff7f8a578110c30b

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[5, 8, 6, 1, -6], [3, -8, -7, -8, 2], [4, -8, 3, 0, 6], [-9, -8, -7, 0, -1], [3, -3, -2, 0, -5], [-4, -1, 3, 3, -3]])
rf_in = 30
jump_in = 2
in_shape = (80, 35, 16)

x_down = [[8, 6], [4, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[8, 6], [4, 6], [3, 3]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[8, 6], [3, 3]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[2, -2], ["-21/4", -1], ["-5/4", 1]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[2, -2], ["-21/4", -1], ["-5/4", 1]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[8, 8, 6, 2], [4, 3, 3, 6], [3, -2, 0, 0], [3, 3, 3, 3]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[2, "-4/3", "-11/4"], ["-21/4", "-10/3", "5/4"], ["-5/4", 0, "-5/4"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (80, 18, 9)  # shape (channels, height, width)
rf = 32  # whole number, px
rf_next = 48  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
