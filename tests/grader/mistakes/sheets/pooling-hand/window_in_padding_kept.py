# %% Practice sheet, seed 730: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "730", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "730", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-4, -7, -4, -9, -3], [-6, -9, -1, 3, -4], [5, -9, 0, 5, 4], [8, -6, -5, 5, -1], [-5, 9, 7, 6, -7], [1, 7, 7, -6, 5]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [208, 27, 38], "rf_in": 29, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [4, 24, 44], "other_shape": [4, 25, 44], "kernel": 4}}}
# grader-checksum: b0dae64d8840b04b

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-4, -7, -4, -9, -3], [-6, -9, -1, 3, -4], [5, -9, 0, 5, 4], [8, -6, -5, 5, -1], [-5, 9, 7, 6, -7], [1, 7, 7, -6, 5]])
rf_in = 29
jump_in = 2
in_shape = (208, 27, 38)

x_down = [[5, 5], [9, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[5, 5], [9, 7], [9, 7]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-4, 3, 0], [9, 7, 0], [7, 7, 0]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [[-1, -2.75, -3], [-0.25, -4.75, 2], [0.75, 1.25, 0.75], [0.25, 3.5, -0.25]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[-4, -5.5, -6], [-0.5, -4.75, 2], [1.5, 1.25, 0.75], [1, 7, -0.5]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-4, 3, 3], [8, 5, 5], [9, 9, 6]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [[-6.5, -5.25, -2.75, -3.25], [-4.75, -4.75, 1.75, 2], [1.5, 1.25, 3.25, 0.75], [3, 7.5, 3.5, -0.5]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = "208x15x20"  # shape (channels, height, width)
rf = 31  # whole number, px
rf_next = 47  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
