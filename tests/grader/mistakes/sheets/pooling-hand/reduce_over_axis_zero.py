# %% Practice sheet, seed 1605: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1605", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "1605", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[4, -3, 7], [4, -1, 8], [7, -1, -1], [4, -3, -3]], [[4, 2, 4], [1, -3, -4], [9, 9, -5], [5, 6, 2]], [[-2, 5, 1], [1, 5, -5], [2, -2, -1], [0, -3, -5]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[4, 1, 0, 6, -2, 3, -5], [-3, 5, 6, -1, 1, 9, 0]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [16, 67, 51], "rf_in": 14, "jump_in": 4, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 50, "size": 1}, "resized": null}}
# grader-checksum: 7b8d2c956cf4ea1e

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[4, -3, 7], [4, -1, 8], [7, -1, -1], [4, -3, -3]], [[4, 2, 4], [1, -3, -4], [9, 9, -5], [5, 6, 2]], [[-2, 5, 1], [1, 5, -5], [2, -2, -1], [0, -3, -5]]])
t = np.array([[4, 1, 0, 6, -2, 3, -5], [-3, 5, 6, -1, 1, 9, 0]])
rf_in = 14
jump_in = 4
in_shape = (16, 67, 51)

C, H, Wd = x.shape
gap = [["%d/%d" % (x[:, i, j].sum(), C) for j in range(Wd)] for i in range(H)]

x_max = [[[4, 8], [7, 8], [7, -1]], [[4, 4], [9, 9], [9, 9]], [[5, 5], [5, 5], [2, -1]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[4, 5, 7], [4, 5, 8], [9, 9, -1], [5, 6, 2]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = gap  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["5/3", "4/3", "-4/3"], ["8/3", 2, "10/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[4, 6, 3], [5, 6, 9]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (16, 33, 25)  # shape (channels, height, width)
rf = 22  # whole number, px
jump = 8  # whole number, px
rf_next = 38  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
