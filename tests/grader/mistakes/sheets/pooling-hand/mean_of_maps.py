# %% Practice sheet, seed 58: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "58", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "58", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-5, -2, 5], [-2, 1, -3], [3, -4, 1], [4, -1, 7]], [[-2, -3, 0], [3, 7, 1], [3, -5, -5], [-4, 9, 2]], [[-2, 6, 5], [-4, -4, 9], [7, -3, 0], [4, 7, 4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-5, 1, 5, 2, 9, 3, 0], [-4, 3, 2, 4, 5, -5, -3]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [32, 96, 72], "rf_in": 12, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 10, "size": 3}, "resized": null}}
# grader-checksum: 6b9d1dc1bd552e5e

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-5, -2, 5], [-2, 1, -3], [3, -4, 1], [4, -1, 7]], [[-2, -3, 0], [3, 7, 1], [3, -5, -5], [-4, 9, 2]], [[-2, 6, 5], [-4, -4, 9], [7, -3, 0], [4, 7, 4]]])
t = np.array([[-5, 1, 5, 2, 9, 3, 0], [-4, 3, 2, 4, 5, -5, -3]])
rf_in = 12
jump_in = 4
in_shape = (32, 96, 72)

x_max = [[[1, 5], [3, 1], [4, 7]], [[7, 7], [7, 7], [9, 9]], [[6, 9], [7, 9], [7, 7]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[-3, "1/3", "10/3"], [-1, "4/3", "7/3"], ["13/3", -4, "-4/3"], ["4/3", 5, "13/3"]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["1/3", "1/2", "29/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["1/3", "16/3", 4], ["1/3", "11/3", -1]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[5, 9, 3], [3, 4, 5]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (32, 32, 24)  # shape (channels, height, width)
rf = 20  # whole number, px
jump = 12  # whole number, px
rf_next = 68  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
