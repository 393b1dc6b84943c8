# %% Practice sheet, seed 702: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "702", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "702", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[1, -8, -2, -4, 0, -4], [-5, -6, -6, 8, 3, -2], [-4, -4, 5, -3, -6, 5], [-1, 0, -9, 5, 6, 5], [-7, 0, 2, -5, -4, 1]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [224, 57, 53], "rf_in": 25, "jump_in": 8, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [32, 44, 24], "other_shape": [32, 46, 24], "kernel": 4}}}
# grader-checksum: 221cb24a11c2490d

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, -8, -2, -4, 0, -4], [-5, -6, -6, 8, 3, -2], [-4, -4, 5, -3, -6, 5], [-1, 0, -9, 5, 6, 5], [-7, 0, 2, -5, -4, 1]])
rf_in = 25
jump_in = 8
in_shape = (224, 57, 53)

x_down = [[-8, 8], [-9, -9]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_up = [[-8, 8, -6], [-9, -9, 6]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_padded = [[-8, 8, -4], [-7, -9, 5]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
x_counted = [["1/4", "-5/2", -1, -1], ["-9/4", "-11/4", "1/2", "3/4"], [-2, "-7/4", "1/2", "3/2"]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_inside = [[1, -5, -2, -4], ["-9/2", "-11/4", "1/2", "3/2"], [-4, "-7/4", "1/2", 3]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_max = [[-8, -8, 8, -4], [-6, -6, 8, -6], [-4, -9, 6, 6], [-7, -9, 6, 6]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_grid_mean = [["-9/2", -1, "-3/4"], ["-10/3", 0, "11/6"], [-2, "-7/4", 2]]  # 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (224, 20, 18)  # shape (channels, height, width)
rf = 41  # whole number, px
rf_next = 137  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) the number of regions, and so the length of the vector, stays the same
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
