# %% Practice sheet, seed 721: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "721", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "721", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-4, -6, 0, -4, 7], [-3, -5, -8, 1, -6], [-3, 7, 7, 2, 1], [7, 9, 2, -5, -5], [2, -7, -6, 2, 8], [-5, 5, 9, -5, 0]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [160, 44, 30], "rf_in": 25, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [25, 24, 21], "other_shape": [25, 26, 21], "grid": 3}}}
# grader-checksum: 144078bb03df17c2

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-4, -6, 0, -4, 7], [-3, -5, -8, 1, -6], [-3, 7, 7, 2, 1], [7, 9, 2, -5, -5], [2, -7, -6, 2, 8], [-5, 5, 9, -5, 0]])
rf_in = 25
jump_in = 4
in_shape = (160, 44, 30)

x_down = [[7, 7], [9, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[7, 7], [9, 8], [9, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-3, 7], [9, 8], [5, 9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[-1, "-3/2", "3/4"], ["-3/2", "1/4", "-1/2"], ["9/4", "-1/2", 0], ["-5/4", "7/2", "-5/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-1, "-3/2", "3/4"], ["-3/2", "1/4", "-1/2"], ["9/4", "-1/2", 0], ["-5/4", "7/2", "-5/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-3, 1, 7], [9, 9, 2], [5, 9, 8]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-9/2", "-19/4", "-11/4", "-1/2"], [-1, "1/4", "1/2", "-1/2"], ["11/4", "-1/2", "-7/4", 0], ["-5/4", "1/4", 0, "5/4"]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (160, 15, 11)  # shape (channels, height, width)
rf = 33  # whole number, px
rf_next = 57  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
