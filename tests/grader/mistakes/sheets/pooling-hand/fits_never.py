# %% Practice sheet, seed 776: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "776", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "776", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-3, -1, -3, -5, 9], [-9, -5, -3, -1, -3], [-1, 4, -6, -2, 0], [2, 6, -4, 3, 7], [1, -8, -1, -9, -4], [0, -5, 6, 6, -4]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [224, 38, 29], "rf_in": 10, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [8, 21, 36], "other_shape": [8, 23, 36], "grid": 3}}}
# grader-checksum: c4435f27f264bdd9

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-3, -1, -3, -5, 9], [-9, -5, -3, -1, -3], [-1, 4, -6, -2, 0], [2, 6, -4, 3, 7], [1, -8, -1, -9, -4], [0, -5, 6, 6, -4]])
rf_in = 10
jump_in = 8
in_shape = (224, 38, 29)

x_down = [[4, 9], [6, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[4, 9], [6, 7], [6, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-1, 9], [6, 7], [0, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-3/4", -1, 1], ["-5/2", "-5/2", "-3/2"], ["3/4", "-7/4", "-3/4"], [0, "1/4", "1/2"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-3, -2, 2], [-5, "-5/2", "-3/2"], ["3/2", "-7/4", "-3/4"], [0, "1/2", 1]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-1, -1, 9], [6, 6, 7], [1, 6, 6]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-9/2", -3, -3, 0], ["-11/4", "-5/2", -3, "-3/2"], ["1/4", "-7/4", "-11/4", "-3/4"], [-3, -2, "1/2", "-11/4"]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (224, 20, 15)  # shape (channels, height, width)
rf = 18  # whole number, px
rf_next = 82  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
