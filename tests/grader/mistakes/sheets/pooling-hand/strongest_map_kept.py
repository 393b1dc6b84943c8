# %% Practice sheet, seed 727: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "727", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "727", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[3, -2, 4], [-2, 3, 4], [3, 0, -2], [8, 4, -2]], [[9, 8, 1], [9, -1, 4], [1, -1, -1], [4, 1, -3]], [[1, 3, -4], [-3, -3, 0], [7, -5, 8], [-5, 7, -2]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[9, 7, 1, 8, 6, 3, -2], [2, 5, -3, -2, 8, 6, 3]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [56, 60, 46], "rf_in": 7, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 20, "size": 3}, "resized": null}}
# grader-checksum: 8567f8d98638aebb

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[3, -2, 4], [-2, 3, 4], [3, 0, -2], [8, 4, -2]], [[9, 8, 1], [9, -1, 4], [1, -1, -1], [4, 1, -3]], [[1, 3, -4], [-3, -3, 0], [7, -5, 8], [-5, 7, -2]]])
t = np.array([[9, 7, 1, 8, 6, 3, -2], [2, 5, -3, -2, 8, 6, 3]])
rf_in = 7
jump_in = 4
in_shape = (56, 60, 46)

x_max = [[[3, 4], [3, 4], [8, 4]], [[9, 8], [9, 4], [4, 1]], [[3, 3], [7, 8], [7, 8]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 8, 1], [9, -1, 4], [1, -1, -1], [4, 1, -3]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["7/4", "31/12", "1/3"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["17/3", 5, "7/3"], ["4/3", 1, "17/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[9, 7, 8], [5, 8, 6]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (56, 30, 23)  # shape (channels, height, width)
rf = 11  # whole number, px
jump = 8  # whole number, px
rf_next = 27  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
