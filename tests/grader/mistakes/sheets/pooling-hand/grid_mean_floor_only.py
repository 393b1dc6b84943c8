# %% Practice sheet, seed 779: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "779", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "779", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-2, -6, 5, 6, 5, -9], [5, -1, -1, -5, -8, -1], [5, -5, -6, 2, -9, -9], [-3, 3, 8, 9, -9, 6], [-6, -2, -9, -8, 4, -7]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [192, 54, 35], "rf_in": 26, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [22, 20, 40], "other_shape": [22, 21, 40], "kernel": 4}}}
# grader-checksum: 3cba200dcae9d8ce

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-2, -6, 5, 6, 5, -9], [5, -1, -1, -5, -8, -1], [5, -5, -6, 2, -9, -9], [-3, 3, 8, 9, -9, 6], [-6, -2, -9, -8, 4, -7]])
rf_in = 26
jump_in = 2
in_shape = (192, 54, 35)

x_down = [[5, 6], [8, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[5, 6, 5], [8, 9, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[5, 6, -1], [5, 9, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-1/2", "-1/4", "11/4", "-9/4"], ["5/2", "-13/4", -5, "-5/2"], ["-9/4", 0, -1, "-1/4"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-2, "-1/2", "11/2", -9], [5, "-13/4", -5, -5], ["-9/2", 0, -1, "-1/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[5, 6, 5], [5, 9, 6], [3, 9, 6]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[-2, "-1/2", 6, -2], [5, -1, -5, "-9/2"], [5, "-11/2", 2, -9], ["-9/2", 0, "1/2", "-3/2"]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (192, 19, 12)  # shape (channels, height, width)
rf = 30  # whole number, px
rf_next = 54  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
