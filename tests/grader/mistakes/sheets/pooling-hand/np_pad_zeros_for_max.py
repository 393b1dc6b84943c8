# %% Practice sheet, seed 1603: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1603", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "1603", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[0, 0, -5, 4, 4, -6], [-2, 1, -9, 8, -7, -2], [-9, 9, -2, 4, -5, 6], [0, 4, 7, -7, -7, 1], [7, -5, 2, -8, 3, -9]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [64, 36, 27], "rf_in": 12, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [32, 20, 36], "other_shape": [32, 23, 36], "kernel": 4}}}
# grader-checksum: af8a738c39a93d5e

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, -5, 4, 4, -6], [-2, 1, -9, 8, -7, -2], [-9, 9, -2, 4, -5, 6], [0, 4, 7, -7, -7, 1], [7, -5, 2, -8, 3, -9]])
rf_in = 12
jump_in = 8
in_shape = (64, 36, 27)

padded = np.pad(x, 1)
rows, cols = x.shape
starts_r = [r for r in range(0, rows + 2, 3) if r < rows + 1]
starts_c = [c for c in range(0, cols + 2, 3) if c < cols + 1]
zero_max = [[int(padded[r:r + 3, c:c + 3].max()) for c in starts_c] for r in starts_r]

x_down = [[9, 8], [9, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[9, 8, 6], [9, 7, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = zero_max  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[0, "-5/4", 2, "-3/2"], ["-11/4", "-1/4", 0, 1], ["7/4", 2, "-19/4", -2]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[0, "-5/2", 4, -6], ["-11/2", "-1/4", 0, 2], ["7/2", 2, "-19/4", -4]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[1, 1, 8, 4], [9, 9, 8, 6], [9, 9, 4, 6], [7, 7, 3, 3]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-1/4", "-1/2", "-11/4"], ["1/2", "1/6", "-7/3"], ["3/2", "-3/2", -3]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (64, 19, 14)  # shape (channels, height, width)
rf = 20  # whole number, px
rf_next = 52  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
