# %% Practice sheet, seed 759: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "759", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "759", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[2, 6, 5], [9, -2, 0], [4, 3, 4], [6, 0, 3]], [[-5, 2, 2], [8, 0, 3], [7, 2, -4], [9, 4, 1]], [[2, 5, 1], [6, -4, 1], [9, -3, 0], [-2, -4, 5]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[1, -2, 0, 7, 9, 4, -5], [6, -4, 4, -3, -1, -2, -5]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [24, 51, 84], "rf_in": 12, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: fe33556c17f40432

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[2, 6, 5], [9, -2, 0], [4, 3, 4], [6, 0, 3]], [[-5, 2, 2], [8, 0, 3], [7, 2, -4], [9, 4, 1]], [[2, 5, 1], [6, -4, 1], [9, -3, 0], [-2, -4, 5]]])
t = np.array([[1, -2, 0, 7, 9, 4, -5], [6, -4, 4, -3, -1, -2, -5]])
rf_in = 12
jump_in = 2
in_shape = (24, 51, 84)

x_max = [[[9, 6], [9, 4], [6, 4]], [[8, 3], [8, 3], [9, 4]], [[6, 5], [9, 1], [9, 5]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[2, 6, 5], [9, 0, 3], [9, 3, 4], [9, 4, 5]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["10/3", "29/12", "4/3"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["-1/3", "16/3", "8/3"], [2, 0, "-8/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[7, 9, 4], [6, 4, -1]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (24, 17, 28)  # shape (channels, height, width)
rf = 36  # whole number, px
jump = 6  # whole number, px
rf_next = 38  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
