# %% Practice sheet, seed 745: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "745", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "745", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[2, -4, -3, 5, -6, -1], [8, 5, 7, 5, 0, -5], [8, -5, 5, -3, 1, -6], [5, 2, -2, 2, 5, 7], [-6, -3, -5, -2, -9, -2]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [96, 28, 31], "rf_in": 27, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [9, 30, 21], "other_shape": [9, 32, 21], "kernel": 3}}}
# grader-checksum: 6b17e38a74fd7fb6

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, -4, -3, 5, -6, -1], [8, 5, 7, 5, 0, -5], [8, -5, 5, -3, 1, -6], [5, 2, -2, 2, 5, 7], [-6, -3, -5, -2, -9, -2]])
rf_in = 27
jump_in = 2
in_shape = (96, 28, 31)

x_down = [[8, 7], [8, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[8, 7, 1], [8, 5, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[8, 7, -1], [8, 5, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[0.5, -1.75, -0.25, -0.25], [4, 3, 0.75, -2.75], [-0.25, -2, -1, 1.25]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[2, -3.5, -0.5, -1], [8, 3, 0.75, -5.5], [-0.5, -2, -1, 2.5]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[8, 7, 5, 0], [8, 7, 5, 1], [8, 5, 5, 7], [5, 2, 5, 7]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[2.75, 3.5, -3], [5.75, 3.5, 0.5], [-0.5, -1.75, 0.25]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = "96x15x16"  # shape (channels, height, width)
rf = 29  # whole number, px
rf_next = 45  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
