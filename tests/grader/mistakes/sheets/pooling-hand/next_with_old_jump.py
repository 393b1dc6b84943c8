# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "733", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-2, -7, -3, -2, -7, -3], [7, -9, -6, -9, -2, 3], [9, -5, 1, 2, 5, 6], [2, -7, 3, 0, 1, -2], [9, -9, -2, -3, -4, -9]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [32, 28, 35], "rf_in": 27, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [5, 40, 48], "other_shape": [5, 43, 48], "grid": 4}}}
# grader-checksum: 00af52b61ba829f4

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-2, -7, -3, -2, -7, -3], [7, -9, -6, -9, -2, 3], [9, -5, 1, 2, 5, 6], [2, -7, 3, 0, 1, -2], [9, -9, -2, -3, -4, -9]])
rf_in = 27
jump_in = 8
in_shape = (32, 28, 35)

x_down = [[9, 5], [9, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 5, 6], [9, 5, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[7, -2, 3], [9, 5, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-1/2", "-5/2", "-9/4", "-3/4"], [4, "-19/4", -1, "9/4"], ["11/4", "-15/4", "-3/2", "-11/4"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-2, -5, "-9/2", -3], [8, "-19/4", -1, "9/2"], ["11/2", "-15/4", "-3/2", "-11/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[7, -3, -2, 3], [9, 1, 5, 6], [9, 3, 5, 6], [9, 3, 1, 1]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-11/4", -5, "-9/4"], ["-1/2", "-3/2", "11/6"], ["-5/4", "-1/2", "-7/2"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (32, 15, 18)  # shape (channels, height, width)
rf = 35  # whole number, px
rf_next = 67  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
