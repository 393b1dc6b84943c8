# %% Practice sheet, seed 775: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "775", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "775", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-3, -1, -3], [7, -3, 3], [-3, 4, 3], [1, 0, 8]], [[9, 0, 8], [6, 5, -3], [8, -2, -2], [3, 5, -1]], [[2, 7, -4], [0, 0, -4], [-3, -3, 7], [5, 6, 4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[8, 2, 6, 3, 1, 5, 7], [-1, -5, 4, -2, 7, -3, 2]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [88, 38, 48], "rf_in": 12, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 100, "size": 1}, "resized": null}}
# grader-checksum: d6f4a5ca1f41f169

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-3, -1, -3], [7, -3, 3], [-3, 4, 3], [1, 0, 8]], [[9, 0, 8], [6, 5, -3], [8, -2, -2], [3, 5, -1]], [[2, 7, -4], [0, 0, -4], [-3, -3, 7], [5, 6, 4]]])
t = np.array([[8, 2, 6, 3, 1, 5, 7], [-1, -5, 4, -2, 7, -3, 2]])
rf_in = 12
jump_in = 4
in_shape = (88, 38, 48)

x_max = [[[7, 3], [7, 4], [4, 8]], [[9, 8], [8, 5], [8, 5]], [[7, 7], [0, 7], [6, 7]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 7, 8], [7, 5, 3], [8, 4, 7], [5, 6, 8]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["13/12", 3, "17/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["16/3", "10/3", "13/3"], ["-2/3", 3, 2]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[8, 6, 7], [4, 7, 2]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = "88x19x24"  # shape (channels, height, width)
rf = 16  # whole number, px
jump = 8  # whole number, px
rf_next = 32  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, d"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
