# %% Practice sheet, seed 714: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "714", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "714", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[5, 0, 7], [1, 4, 5], [8, -5, -4], [1, 4, -2]], [[-2, 7, 3], [-2, 3, 1], [-4, -2, 5], [0, -5, -2]], [[2, 4, 9], [1, 9, 6], [9, -2, -1], [-5, 4, -5]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-2, 5, 3, -4, 4, 9, -3], [-1, 4, -5, 6, -4, 2, 7]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [64, 72, 52], "rf_in": 10, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: e4011141383a0607

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[5, 0, 7], [1, 4, 5], [8, -5, -4], [1, 4, -2]], [[-2, 7, 3], [-2, 3, 1], [-4, -2, 5], [0, -5, -2]], [[2, 4, 9], [1, 9, 6], [9, -2, -1], [-5, 4, -5]]])
t = np.array([[-2, 5, 3, -4, 4, 9, -3], [-1, 4, -5, 6, -4, 2, 7]])
rf_in = 10
jump_in = 4
in_shape = (64, 72, 52)

x_max = [[[5, 7], [8, 5], [8, 4]], [[7, 7], [3, 5], [0, 5]], [[9, 9], [9, 9], [9, 4]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[5, 7, 9], [1, 9, 6], [9, -2, 5], [1, 4, -2]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = "19/12"  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[2, 1, "10/3"], ["-2/3", -1, "5/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[5, 4, 9], [4, 6, 7]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (64, 36, 26)  # shape (channels, height, width)
rf = 14  # whole number, px
jump = 8  # whole number, px
rf_next = 46  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
