# %% Practice sheet, seed 747: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "747", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "747", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[8, 9, -4, -5, 5, -3], [8, 0, 2, 6, -5, -4], [5, 1, 6, -7, -5, 3], [9, -6, -5, -1, 2, -9], [-5, 3, 0, -8, -6, 4]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [240, 60, 50], "rf_in": 18, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [31, 24, 15], "other_shape": [31, 26, 15], "grid": 3}}}
# grader-checksum: 0cdce651e2cb7d0b

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[8, 9, -4, -5, 5, -3], [8, 0, 2, 6, -5, -4], [5, 1, 6, -7, -5, 3], [9, -6, -5, -1, 2, -9], [-5, 3, 0, -8, -6, 4]])
rf_in = 18
jump_in = 2
in_shape = (240, 60, 50)

x_down = [[9, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 6, 5], [9, 6, 4]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[9, 6, -3], [9, 6, 4]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[2, "5/4", 0], ["13/4", "9/4", "-11/4"], [1, -2, "-13/4"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[8, "5/2", 0], ["13/2", "9/4", "-11/4"], [2, -2, "-13/4"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[9, 6, 5], [9, 6, 3], [9, 0, 4]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["25/4", "7/4", "1/4", "-7/4"], ["7/2", "9/4", "-11/4", "-11/4"], ["9/4", -1, "-11/4", "-9/4"], ["1/4", -2, "-13/4", "-9/4"]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (240, 21, 17)  # shape (channels, height, width)
rf = 22  # whole number, px
rf_next = 34  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
