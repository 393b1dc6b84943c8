# %% Practice sheet, seed 718: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "718", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "718", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-7, 7, -9, 8, 5, -4], [-9, -4, -8, 7, 7, -8], [-5, 7, -6, -7, -6, -1], [6, 3, 6, -1, -7, -5], [0, -2, -3, 3, -2, -2]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [192, 29, 32], "rf_in": 9, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [21, 33, 30], "other_shape": [21, 34, 30], "grid": 3}}}
# grader-checksum: 008aa16236c9404b

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-7, 7, -9, 8, 5, -4], [-9, -4, -8, 7, 7, -8], [-5, 7, -6, -7, -6, -1], [6, 3, 6, -1, -7, -5], [0, -2, -3, 3, -2, -2]])
rf_in = 9
jump_in = 8
in_shape = (192, 29, 32)

x_down = [[7, 8], [7, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[7, 8], [7, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[7, 8], [7, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-7/4", "-1/2", "13/4", -1], ["-7/2", "-11/4", "1/4", "-9/4"], ["3/2", 1, "-7/4", "-7/4"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-7, -1, "13/2", -4], [-7, "-11/4", "1/4", "-9/2"], [3, 1, "-7/4", "-7/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[7, 8, 7], [7, 7, 7], [6, 6, -2]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-13/4", "-7/2", "27/4", 0], ["-11/4", "-11/4", "1/4", -2], ["11/4", "5/2", "-21/4", "-19/4"], ["7/4", 1, "-7/4", -4]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (192, 15, 17)  # shape (channels, height, width)
rf = 17  # whole number, px
rf_next = 49  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
