# %% Practice sheet, seed 722: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "722", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "722", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[1, 8, -1], [-1, -2, 2], [1, 4, 7], [0, -3, 3]], [[0, -3, -3], [0, 8, -2], [-4, 7, 4], [-3, 2, 3]], [[-2, -1, -2], [-1, 4, -1], [-4, 6, 5], [4, 0, -3]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-5, 0, 2, 4, 8, 3, -4], [7, -3, -5, -2, -4, 9, 0]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [16, 81, 111], "rf_in": 12, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: 2f11ec78cb6ea8a1

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[1, 8, -1], [-1, -2, 2], [1, 4, 7], [0, -3, 3]], [[0, -3, -3], [0, 8, -2], [-4, 7, 4], [-3, 2, 3]], [[-2, -1, -2], [-1, 4, -1], [-4, 6, 5], [4, 0, -3]]])
t = np.array([[-5, 0, 2, 4, 8, 3, -4], [7, -3, -5, -2, -4, 9, 0]])
rf_in = 12
jump_in = 4
in_shape = (16, 81, 111)

x_max = [[[8, 8], [4, 7], [4, 7]], [[8, 8], [8, 8], [7, 7]], [[4, 4], [6, 6], [6, 6]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[1, 8, -1], [0, 8, 2], [1, 7, 7], [4, 2, 3]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["19/12", "3/4", "5/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[-1, "14/3", "7/3"], ["-1/3", "-11/3", "5/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[0, 4, 8], [7, -2, 9]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (16, 27, 37)  # shape (channels, height, width)
rf = 20  # whole number, px
jump = 12  # whole number, px
rf_next = 44  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
