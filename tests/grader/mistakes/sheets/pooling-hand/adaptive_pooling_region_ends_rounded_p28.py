# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "2", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[7, -7, 0, -3, 2], [-9, 5, 6, 4, 0], [4, 0, 2, -8, 2], [7, 4, 9, -8, 3], [3, -7, -5, -8, 6], [4, 8, -7, -9, -7]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [176, 44, 27], "rf_in": 26, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [28, 40, 44], "other_shape": [28, 42, 44], "kernel": 4}}}
# grader-checksum: c7b2b3592e80abd8

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[7, -7, 0, -3, 2], [-9, 5, 6, 4, 0], [4, 0, 2, -8, 2], [7, 4, 9, -8, 3], [3, -7, -5, -8, 6], [4, 8, -7, -9, -7]])
rf_in = 26
jump_in = 2
in_shape = (176, 44, 27)

x_down = [[7, 6], [9, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[7, 6], [9, 9], [8, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[7, 6], [7, 9], [8, -7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["7/4", "-7/4", "-1/4"], ["-5/4", "13/4", "-1/2"], ["5/2", "1/4", "-7/4"], [1, "1/4", -4]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[7, "-7/2", "-1/2"], ["-5/2", "13/4", "-1/2"], [5, "1/4", "-7/4"], [4, "1/2", -8]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[7, 6, 4], [7, 9, 3], [4, 8, 6]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[7, -7, 0, "-1/2"], ["-5/2", "5/2", 4, "-1/2"], [7, 4, 9, "-5/2"], ["7/2", "1/2", -6, "-9/2"]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (176, 15, 10)  # shape (channels, height, width)
rf = 30  # whole number, px
rf_next = 42  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = 'yes, e'  # answer (yes / no) and the letter of the reason, in quotes with a comma between
