# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "1", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-4, -1, 6, -4, 6], [-2, -2, 7, -3, -1], [-9, -3, 3, -1, 5], [-7, -7, -1, -4, 2], [9, -7, 6, 5, -5], [-2, -7, 5, -5, -3]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [112, 18, 21], "rf_in": 18, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [13, 24, 20], "other_shape": [13, 25, 20], "kernel": 4}}}
# grader-checksum: 31f4533859c92485

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-4, -1, 6, -4, 6], [-2, -2, 7, -3, -1], [-9, -3, 3, -1, 5], [-7, -7, -1, -4, 2], [9, -7, 6, 5, -5], [-2, -7, 5, -5, -3]])
rf_in = 18
jump_in = 8
in_shape = (112, 18, 21)

x_down = [[7, 7], [9, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[7, 7], [9, 6], [9, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-1, 7], [9, 6], [-2, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[-1, "5/4", "1/2"], ["-11/4", "5/4", 0], ["1/2", "-9/4", "-1/2"], ["-1/2", "-1/2", -2]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-4, "5/2", 1], ["-11/2", "5/4", 0], [1, "-9/4", "-1/2"], [-2, -1, -4]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-1, 7, 6], [-3, 3, 5], [9, 6, 5]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-9/4", "5/2", "3/2", "-1/2"], [-4, "5/4", "3/2", 0], [-3, "-9/4", "3/2", "-1/2"], ["-7/4", "-3/4", "11/4", -2]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (112, 10, 12)  # shape (channels, height, width)
rf = 26  # whole number, px
rf_next = 58  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = 'yes, e'  # answer (yes / no) and the letter of the reason, in quotes with a comma between
