# %% Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "12", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[3, 8, 6, 4], [0, -2, 9, 4], [-1, 9, 1, -4]], [[1, 0, -4, 5], [8, 6, -2, 4], [2, 0, 8, 3]], [[5, 0, 8, 6], [0, -1, -2, 8], [4, 5, 2, -4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[9, 7, 5, 0, 4, -3, 1], [5, 3, 8, 2, -3, -5, 4]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [88, 23, 25], "rf_in": 15, "jump_in": 4, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 50, "size": 3}, "resized": null}}
# grader-checksum: 8471b7d5f220c951

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[3, 8, 6, 4], [0, -2, 9, 4], [-1, 9, 1, -4]], [[1, 0, -4, 5], [8, 6, -2, 4], [2, 0, 8, 3]], [[5, 0, 8, 6], [0, -1, -2, 8], [4, 5, 2, -4]]])
t = np.array([[9, 7, 5, 0, 4, -3, 1], [5, 3, 8, 2, -3, -5, 4]])
rf_in = 15
jump_in = 4
in_shape = (88, 23, 25)

x_max = [[[8, 9, 9], [9, 9, 9]], [[8, 6, 5], [8, 8, 8]], [[5, 8, 8], [5, 5, 8]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[5, 8, 8, 6], [8, 6, 9, 8], [4, 9, 8, 3]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["37/12", "31/12", "31/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[7, 3, "2/3"], ["16/3", "7/3", "-4/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[9, 7, 5], [5, 8, 4]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (88, 11, 12)  # shape (channels, height, width)
rf = 23  # whole number, px
jump = 6  # whole number, px
rf_next = 35  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
