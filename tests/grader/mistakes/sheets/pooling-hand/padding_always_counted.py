# %% Practice sheet, seed 732: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "732", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "732", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-9, -8, 1, -5, 3], [-5, -2, -1, -2, -2], [-9, 6, 4, 5, 2], [5, 3, -7, 9, -6], [7, 7, 2, -2, -4], [4, -2, 3, 2, 5]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [208, 34, 27], "rf_in": 22, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [4, 36, 30], "other_shape": [4, 38, 30], "grid": 3}}}
# grader-checksum: 093fea16af0adca0

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-9, -8, 1, -5, 3], [-5, -2, -1, -2, -2], [-9, 6, 4, 5, 2], [5, 3, -7, 9, -6], [7, 7, 2, -2, -4], [4, -2, 3, 2, 5]])
rf_in = 22
jump_in = 2
in_shape = (208, 34, 27)

x_down = [[6, 5], [7, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[6, 5], [7, 9], [7, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-2, 3], [7, 9], [4, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-9/4", "-7/4", "-1/2"], ["-7/2", "7/4", "3/4"], [3, "5/4", "-3/4"], [1, "1/4", "7/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [["-9/4", "-7/4", "-1/2"], ["-7/2", "7/4", "3/4"], [3, "5/4", "-3/4"], [1, "1/4", "7/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-2, 1, 3], [6, 9, 9], [7, 7, 5]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[-6, "-5/2", "-7/4", "-3/2"], ["-5/2", "7/4", "3/2", "3/4"], ["11/2", "5/4", "1/2", "-3/4"], [4, "5/2", "5/4", "1/4"]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (208, 18, 14)  # shape (channels, height, width)
rf = 24  # whole number, px
rf_next = 40  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
