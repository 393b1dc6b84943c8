# %% Practice sheet, seed 734: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "734", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "734", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[8, -2, 6, 9, 2], [2, 3, 0, -4, 2], [5, -4, -6, 5, -9], [-3, -8, -3, 5, 5], [-5, 1, 4, -8, -1], [1, 3, -6, -2, -9]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [32, 32, 36], "rf_in": 12, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [10, 20, 28], "other_shape": [10, 22, 28], "grid": 4}}}
# grader-checksum: b5f24c75e724a10c

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[8, -2, 6, 9, 2], [2, 3, 0, -4, 2], [5, -4, -6, 5, -9], [-3, -8, -3, 5, 5], [-5, 1, 4, -8, -1], [1, 3, -6, -2, -9]])
rf_in = 12
jump_in = 2
in_shape = (32, 32, 36)

x_down = [[8, 9], [5, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[8, 9], [5, 5], [4, 4]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[8, 9], [5, 5], [3, -2]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[8, 2, "11/2"], ["7/2", "-7/4", "-3/2"], [-4, "-3/2", "1/4"], [1, "-3/2", "-11/2"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[2, 1, "11/4"], ["7/4", "-7/4", "-3/2"], [-2, "-3/2", "1/4"], ["1/4", "-3/4", "-11/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[8, 9, 9], [5, 5, 5], [3, 4, -1]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["11/4", "7/4", "11/4", "9/4"], ["3/2", "-7/4", "-5/4", "-3/2"], ["-15/4", "-3/2", "-1/2", "1/4"], [0, "1/2", -3, -5]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (32, 11, 13)  # shape (channels, height, width)
rf = 16  # whole number, px
rf_next = 28  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
