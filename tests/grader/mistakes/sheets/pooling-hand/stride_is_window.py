# %% Practice sheet, seed 711: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "711", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "711", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[9, 5, 8, 0], [0, 2, 2, -5], [8, -3, -2, -1]], [[6, 7, 2, -5], [4, 2, -2, 1], [1, 5, 2, -4]], [[4, 6, 3, 0], [3, 3, -4, 5], [7, 0, 1, -3]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[1, -3, -4, 0, 8, -2, 5], [-3, 6, 7, -2, 5, -1, 0]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [48, 52, 46], "rf_in": 13, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 50, "size": 3}, "resized": null}}
# grader-checksum: 7699d105cd8bbf17

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[9, 5, 8, 0], [0, 2, 2, -5], [8, -3, -2, -1]], [[6, 7, 2, -5], [4, 2, -2, 1], [1, 5, 2, -4]], [[4, 6, 3, 0], [3, 3, -4, 5], [7, 0, 1, -3]]])
t = np.array([[1, -3, -4, 0, 8, -2, 5], [-3, 6, 7, -2, 5, -1, 0]])
rf_in = 13
jump_in = 4
in_shape = (48, 52, 46)

x_max = [[[9, 8]], [[7, 2]], [[6, 5]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 7, 8, 0], [4, 3, 2, 5], [8, 5, 2, -1]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["23/12", "19/12", "25/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[-2, 2], ["10/3", "2/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[1, 8, 5], [6, 7, 5]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (48, 26, 23)  # shape (channels, height, width)
rf = 17  # whole number, px
jump = 8  # whole number, px
rf_next = 33  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
