# %% Practice sheet, seed 728: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "728", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "728", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[2, 7, 3, 0, 6, -8], [-5, 3, -7, 2, -1, 7], [-6, -8, -1, 5, -7, -6], [7, 4, 4, 8, 6, -3], [8, -5, -4, 1, 9, -1]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [64, 27, 29], "rf_in": 17, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [10, 24, 27], "other_shape": [10, 25, 27], "grid": 3}}}
# grader-checksum: 5657d796a789e0b5

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 7, 3, 0, 6, -8], [-5, 3, -7, 2, -1, 7], [-6, -8, -1, 5, -7, -6], [7, 4, 4, 8, 6, -3], [8, -5, -4, 1, 9, -1]])
rf_in = 17
jump_in = 4
in_shape = (64, 27, 29)

x_down = [[7, 6], [8, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[7, 6, 7], [8, 9, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[7, 6, 7], [8, 9, 0]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["1/2", "5/2", "3/2", -2], ["-11/4", "-13/4", "-1/4", "1/4"], ["15/4", "-1/4", 6, -1]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[2, 5, 3, -8], ["-11/2", "-13/4", "-1/4", "1/2"], ["15/2", "-1/4", 6, -2]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[7, 7, 6, 7], [3, 3, 5, 7], [7, 4, 8, 6], [8, 4, 9, 9]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["7/4", "-1/2", 1], ["-5/6", "11/6", "-2/3"], ["7/2", "9/4", "11/4"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (64, 10, 10)  # shape (channels, height, width)
rf = 25  # whole number, px
rf_next = 49  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
