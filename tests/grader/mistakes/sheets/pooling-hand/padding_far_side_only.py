# %% Practice sheet, seed 735: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "735", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "735", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-9, -3, 5, -8, -8, 0], [-8, -6, -8, 1, 6, -1], [4, -9, 3, 1, -2, 6], [3, -2, -4, 1, 0, 4], [-3, 9, 4, -4, -5, 9]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [96, 45, 41], "rf_in": 16, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [9, 40, 24], "other_shape": [9, 41, 24], "kernel": 4}}}
# grader-checksum: 069b3a0afa51fcfd

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-9, -3, 5, -8, -8, 0], [-8, -6, -8, 1, 6, -1], [4, -9, 3, 1, -2, 6], [3, -2, -4, 1, 0, 4], [-3, 9, 4, -4, -5, 9]])
rf_in = 16
jump_in = 2
in_shape = (96, 45, 41)

x_down = [[5, 6], [9, 4]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[5, 6, 6], [9, 4, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-3, 6, 0], [9, 4, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-13/2", "-5/2", "-3/4", 0], [-1, "1/4", 2, 0], ["3/2", 0, 1, 0]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [["-13/2", "-5/2", "-3/4", 0], [-1, "1/4", 2, 0], [3, 0, 2, 0]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-3, 5, 6, 6], [4, 3, 6, 6], [4, 3, 1, 6], [9, 9, 1, 9]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-13/2", "-5/2", "-3/4"], [-3, -1, "13/6"], ["7/4", "-3/4", 2]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (96, 16, 14)  # shape (channels, height, width)
rf = 20  # whole number, px
rf_next = 32  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
