# %% Practice sheet, seed 738: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "738", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "738", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[9, 4, -7, -4, 5], [6, 8, 6, -6, 5], [4, -6, 1, -2, 0], [-8, 0, -2, 4, 7], [9, 6, 4, -8, -6], [-7, 5, -1, -8, -5]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [192, 17, 22], "rf_in": 18, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [23, 20, 32], "other_shape": [23, 22, 32], "kernel": 4}}}
# grader-checksum: bede579247f110c0

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[9, 4, -7, -4, 5], [6, 8, 6, -6, 5], [4, -6, 1, -2, 0], [-8, 0, -2, 4, 7], [9, 6, 4, -8, -6], [-7, 5, -1, -8, -5]])
rf_in = 18
jump_in = 4
in_shape = (192, 17, 22)

x_down = [[9, 6], [9, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 6], [9, 7], [9, 4]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[9, 6], [9, 7], [5, -1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["9/4", "-3/4", "1/4"], ["5/2", "9/4", "-3/4"], ["1/4", 2, "-3/4"], ["-7/4", 1, "-13/4"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[9, "-3/2", "1/2"], [5, "9/4", "-3/4"], ["1/2", 2, "-3/4"], [-7, 2, "-13/2"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[9, 8, 6], [4, 4, 7], [9, 6, 4]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["25/6", 1, -2, "-1/3"], ["2/3", "7/6", "1/6", "4/3"], ["5/6", "1/2", "-1/2", "-5/6"], ["5/6", 2, "-11/6", "-8/3"]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (192, 9, 12)  # shape (channels, height, width)
rf = 22  # whole number, px
rf_next = 38  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
