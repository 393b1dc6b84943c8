# %% Practice sheet, seed 750: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "750", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "750", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-2, -7, 4, 0, 9, -4], [0, 4, -7, -7, -8, -6], [-2, -4, -7, 8, 5, -5], [0, 5, 8, -7, -5, -4], [-7, -2, 7, -1, 8, -6]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [160, 36, 25], "rf_in": 29, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [15, 40, 32], "other_shape": [15, 43, 32], "grid": 4}}}
# grader-checksum: 778ea600a1c13de8

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-2, -7, 4, 0, 9, -4], [0, 4, -7, -7, -8, -6], [-2, -4, -7, 8, 5, -5], [0, 5, 8, -7, -5, -4], [-7, -2, 7, -1, 8, -6]])
rf_in = 29
jump_in = 8
in_shape = (160, 36, 25)

x_down = [[4, 9], [8, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[4, 9, 9], [8, 8, 8]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[4, 9, -4], [5, 8, -4]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["-1/2", "-3/4", "9/4", -1], ["-1/2", "-7/2", "-1/2", "-11/4"], ["-7/4", "9/2", "-5/4", "-5/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-2, "-3/2", 9, -4], [-2, "-7/2", "-1/2", "-11/2"], [-7, "9/2", "-5/4", -5]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[4, 4, 9, 9], [4, 4, 8, 5], [5, 8, 8, 5], [5, 8, 8, 8]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-5/4", "-5/2", "-9/4"], ["1/2", -2, "-23/6"], [-1, "7/4", "-7/4"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (160, 19, 13)  # shape (channels, height, width)
rf = 37  # whole number, px
rf_next = 69  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
