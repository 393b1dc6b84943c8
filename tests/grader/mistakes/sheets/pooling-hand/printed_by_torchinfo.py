# %% Practice sheet, seed 90210: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "90210", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "90210", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-1, 9, -1, 3, 8], [-1, -8, 9, -1, 4], [5, 2, -6, 4, -7], [7, 5, -9, 2, -1], [1, -8, 7, -1, 8], [-5, -9, -6, 6, 3]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [128, 41, 32], "rf_in": 18, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [15, 15, 24], "other_shape": [15, 16, 24], "grid": 3}}}
# grader-checksum: e9970d93cdc3d37a

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-1, 9, -1, 3, 8], [-1, -8, 9, -1, 4], [5, 2, -6, 4, -7], [7, 5, -9, 2, -1], [1, -8, 7, -1, 8], [-5, -9, -6, 6, 3]])
rf_in = 18
jump_in = 8
in_shape = (128, 41, 32)

x_down = [[9, 9], [7, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 9], [7, 8], [7, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[9, 9], [7, 8], [-5, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-1/4", 2, "11/4"], [1, "-3/4", 0], [2, "-5/4", 2], ["-5/4", "-15/4", "9/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-1, 4, "11/2"], [2, "-3/4", 0], [4, "-5/4", 2], [-5, "-15/2", "9/2"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[9, 9, 8], [7, 5, 4], [1, 7, 8]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-1/4", "9/4", "5/2", "7/2"], ["-1/2", "-3/4", "3/2", 0], ["5/4", "-5/4", "-1/4", 2], ["-21/4", -4, "3/2", 4]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (1, 128, 21, 17)  # shape (channels, height, width)
rf = 26  # whole number, px
rf_next = 58  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
