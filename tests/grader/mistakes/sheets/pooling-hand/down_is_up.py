# %% Practice sheet, seed 725: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "725", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "725", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-3, -7, 8, 4, -8], [9, 5, -8, -1, 3], [-2, -5, -8, 5, -6], [-2, 9, -6, -4, -2], [-7, -5, -5, 3, -2], [-8, -1, -8, 8, 5]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [256, 28, 19], "rf_in": 12, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [11, 44, 48], "other_shape": [11, 48, 51], "kernel": 4}}}
# grader-checksum: 427d96266d84cf48

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-3, -7, 8, 4, -8], [9, 5, -8, -1, 3], [-2, -5, -8, 5, -6], [-2, 9, -6, -4, -2], [-7, -5, -5, 3, -2], [-8, -1, -8, 8, 5]])
rf_in = 12
jump_in = 2
in_shape = (256, 28, 19)

x_down = [[9, 8], [9, 5], [-1, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 8], [9, 5], [-1, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[9, 8], [9, 5], [-1, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-3/4", "1/4", -1], ["7/4", -4, "1/4"], ["-9/4", "-7/4", "-5/4"], [-2, "-9/4", "13/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-3, "1/2", -2], ["7/2", -4, "1/4"], ["-9/2", "-7/4", "-5/4"], [-8, "-9/2", "13/2"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[9, 8, 8, 4], [9, 5, 5, 5], [9, 9, 3, 3], [-1, -1, 8, 8]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[1, "1/6", "-1/2"], [0, "-3/2", "-7/4"], ["-21/4", "-4/3", "7/2"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (256, 15, 10)  # shape (channels, height, width)
rf = 14  # whole number, px
rf_next = 30  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "no, c"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
