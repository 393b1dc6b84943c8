# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "4", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[3, -9, 7, -8, -6, -7], [0, 3, -6, 6, -1, -5], [-9, -8, -5, 9, -2, -8], [-7, 3, -3, 8, -1, -6], [-5, 4, 1, 4, -9, 0]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [192, 34, 19], "rf_in": 15, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [18, 33, 36], "other_shape": [18, 36, 37], "kernel": 3}}}
# grader-checksum: 16f168dba9706309

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, -9, 7, -8, -6, -7], [0, 3, -6, 6, -1, -5], [-9, -8, -5, 9, -2, -8], [-7, 3, -3, 8, -1, -6], [-5, 4, 1, 4, -9, 0]])
rf_in = 15
jump_in = 2
in_shape = (192, 34, 19)

x_down = [[7, 7], [4, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[7, 7, -1], [4, 8, 0]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[3, 7, -5], [4, 8, 0]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["3/4", "-1/2", "-7/2", "-7/4"], ["-9/4", -4, "-3/2", "-13/4"], [-3, "5/4", "1/2", "-3/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[3, -1, -7, -7], ["-9/2", -4, "-3/2", "-13/2"], [-6, "5/4", "1/2", -3]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[3, 7, -1], [3, 8, -1], [4, 8, 0]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-3/4", "-5/4", "-9/4", "-19/4"], ["-7/2", -4, "-3/2", -4], ["-21/4", "-13/4", -1, "-17/4"], ["-5/4", "5/4", "1/2", -4]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (192, 18, 10)  # shape (channels, height, width)
rf = 17  # whole number, px
rf_next = 33  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = 'no, c'  # answer (yes / no) and the letter of the reason, in quotes with a comma between
