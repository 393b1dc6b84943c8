# %% Practice sheet, seed 783: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "783", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "783", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-7, 7, -6, 7, 5, 9], [-9, 2, -2, -9, 0, -8], [0, 9, -5, 2, -6, -8], [1, 7, -3, 0, -1, -7], [9, 4, -8, -2, -5, -3]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [112, 24, 32], "rf_in": 25, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [30, 36, 33], "other_shape": [30, 39, 35], "kernel": 3}}}
# grader-checksum: ccffaaff1dfd401a

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-7, 7, -6, 7, 5, 9], [-9, 2, -2, -9, 0, -8], [0, 9, -5, 2, -6, -8], [1, 7, -3, 0, -1, -7], [9, 4, -8, -2, -5, -3]])
rf_in = 25
jump_in = 2
in_shape = (112, 24, 32)

x_down = [[9, 7], [9, 2]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 7, 9], [9, 2, -1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[7, 7, 9], [9, 2, -3]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-7/4", "1/4", 3, "9/4"], ["-9/4", 1, "-13/4", -4], ["5/2", 0, -2, "-5/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-7, "1/2", 6, 9], ["-9/2", 1, "-13/4", -8], [5, 0, -2, -5]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[7, 7, 7, 9], [9, 9, 2, 0], [9, 9, 2, -1], [9, 7, 0, -1]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-7/4", "-5/2", "3/2"], ["5/3", "-17/6", -5], ["21/4", "-13/4", -4]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (112, 8, 11)  # shape (channels, height, width)
rf = 29  # whole number, px
rf_next = 41  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
