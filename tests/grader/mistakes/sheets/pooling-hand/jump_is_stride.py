# %% Practice sheet, seed 763: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "763", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "763", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-4, 3, -2, 0], [4, 0, -1, -5], [3, 2, -2, -5]], [[8, 3, 1, 8], [-3, 2, -3, 7], [4, 5, -1, -4]], [[-2, -5, 9, 4], [7, 6, 0, 3], [-5, -1, 7, -4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[1, 9, 2, -5, -2, -1, 5], [8, 4, 6, -5, -3, 5, 3]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [80, 67, 51], "rf_in": 16, "jump_in": 4, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 50, "size": 1}, "resized": null}}
# grader-checksum: 5130b0d6524eddaa

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-4, 3, -2, 0], [4, 0, -1, -5], [3, 2, -2, -5]], [[8, 3, 1, 8], [-3, 2, -3, 7], [4, 5, -1, -4]], [[-2, -5, 9, 4], [7, 6, 0, 3], [-5, -1, 7, -4]]])
t = np.array([[1, 9, 2, -5, -2, -1, 5], [8, 4, 6, -5, -3, 5, 3]])
rf_in = 16
jump_in = 4
in_shape = (80, 67, 51)

x_max = [[[4, 3, 0], [4, 2, -1]], [[8, 3, 8], [5, 5, 7]], [[7, 9, 9], [7, 7, 7]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[8, 3, 9, 8], [7, 6, 0, 7], [4, 5, 7, -4]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["-7/12", "9/4", "19/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[4, "-5/3", "2/3"], [6, "-2/3", "5/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[9, 2, 5], [8, 6, 5]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (80, 33, 25)  # shape (channels, height, width)
rf = 24  # whole number, px
jump = 2  # whole number, px
rf_next = 32  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
