# %% Practice sheet, seed 721: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "721", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "721", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[3, 9, -4], [-3, -1, 4], [0, -3, 4], [8, 8, 2]], [[4, 9, 3], [3, -1, 3], [1, -1, 2], [4, 3, 0]], [[4, 7, 8], [-2, 1, -5], [-3, 0, 7], [5, 0, -4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[7, 4, 2, -4, 0, 3, 1], [4, 3, 5, -4, 8, -2, -3]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [40, 48, 34], "rf_in": 11, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 20, "size": 3}, "resized": null}}
# grader-checksum: 35e273a6a5cf2840

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[3, 9, -4], [-3, -1, 4], [0, -3, 4], [8, 8, 2]], [[4, 9, 3], [3, -1, 3], [1, -1, 2], [4, 3, 0]], [[4, 7, 8], [-2, 1, -5], [-3, 0, 7], [5, 0, -4]]])
t = np.array([[7, 4, 2, -4, 0, 3, 1], [4, 3, 5, -4, 8, -2, -3]])
rf_in = 11
jump_in = 2
in_shape = (40, 48, 34)

x_max = [[[9, 9], [0, 4], [8, 8]], [[9, 9], [3, 3], [4, 3]], [[7, 8], [1, 7], [5, 7]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[4, 9, 8], [3, 1, 4], [1, 0, 7], [8, 8, 2]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = [2.25, 2.5, 1.5]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["13/3", "-2/3", "4/3"], [4, 3, 1]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[3, 4, 7], [4, 5, 8]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = "40x24x17"  # shape (channels, height, width)
rf = 13  # whole number, px
jump = 4  # whole number, px
rf_next = 29  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
