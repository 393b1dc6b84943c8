# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "101", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[9, 7, 9, 8, -3, -9], [-4, 1, 3, 5, -7, -2], [3, -5, -4, -5, -3, -3], [-7, -2, -5, -7, 0, 1], [-9, -9, 3, -1, -8, -9]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [240, 33, 44], "rf_in": 14, "jump_in": 8, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [27, 40, 28], "other_shape": [27, 41, 28], "grid": 4}}}
# grader-checksum: a0b9fbf962509a9e

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[9, 7, 9, 8, -3, -9], [-4, 1, 3, 5, -7, -2], [3, -5, -4, -5, -3, -3], [-7, -2, -5, -7, 0, 1], [-9, -9, 3, -1, -8, -9]])
rf_in = 14
jump_in = 8
in_shape = (240, 33, 44)

x_down = [[9, 9], [3, 3]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 9, -2], [3, 3, 1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[9, 9, -2], [3, 3, 1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["9/4", 4, "5/4", "-9/4"], ["-1/4", "-5/4", "-5/2", "-5/4"], [-4, "-13/4", -4, -2]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[9, 8, "5/2", -9], ["-1/2", "-5/4", "-5/2", "-5/2"], [-8, "-13/4", -4, -4]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[9, 9, -2], [3, 5, 1], [-2, 3, 1]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["13/4", 5, "3/4", "-21/4"], ["-5/4", "-5/4", "-5/2", "-15/4"], ["-11/4", -4, "-15/4", "-5/4"], ["-27/4", "-13/4", -4, -4]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (240, 12, 15)  # shape (channels, height, width)
rf = 30  # whole number, px
rf_next = 78  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
