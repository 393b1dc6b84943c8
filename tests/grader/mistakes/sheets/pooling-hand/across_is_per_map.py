# %% Practice sheet, seed 716: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "716", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "716", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-1, -1, 2], [-3, -4, 3], [-1, 8, 6], [-3, -4, 3]], [[-4, 6, -5], [5, -1, -1], [8, 4, 9], [-3, -3, -2]], [[7, 4, 8], [2, 7, 3], [-3, 1, 9], [6, -2, -1]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[8, -2, 5, 6, -4, 3, -1], [-3, 3, -2, 1, -4, -1, -5]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [88, 42, 66], "rf_in": 7, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 20, "size": 3}, "resized": null}}
# grader-checksum: ed0971e6202d6172

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-1, -1, 2], [-3, -4, 3], [-1, 8, 6], [-3, -4, 3]], [[-4, 6, -5], [5, -1, -1], [8, 4, 9], [-3, -3, -2]], [[7, 4, 8], [2, 7, 3], [-3, 1, 9], [6, -2, -1]]])
t = np.array([[8, -2, 5, 6, -4, 3, -1], [-3, 3, -2, 1, -4, -1, -5]])
rf_in = 7
jump_in = 2
in_shape = (88, 42, 66)

x_max = [[[-1, 3], [8, 8], [8, 8]], [[6, 6], [8, 9], [8, 9]], [[7, 8], [7, 9], [6, 9]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [8, 9, 9]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["5/12", "13/12", "41/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["11/3", "7/3", "-2/3"], ["-2/3", "-5/3", "-10/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[8, 5, 6], [3, 1, -1]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (88, 21, 33)  # shape (channels, height, width)
rf = 9  # whole number, px
jump = 4  # whole number, px
rf_next = 17  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
