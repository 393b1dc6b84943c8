# %% Practice sheet, seed 724: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "724", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "724", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[8, 9, 5], [-4, 3, 3], [8, -5, -3], [6, 6, -3]], [[9, 4, -2], [-4, 6, -5], [8, -1, -3], [9, -2, 3]], [[-3, -2, -1], [4, 3, -1], [3, 0, 7], [0, 0, -1]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[2, -3, 4, 5, 6, -2, -1], [6, 4, 3, 2, -2, 9, 8]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [88, 69, 53], "rf_in": 6, "jump_in": 2, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 50, "size": 1}, "resized": null}}
# grader-checksum: acd232fcebf9f7e9

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[8, 9, 5], [-4, 3, 3], [8, -5, -3], [6, 6, -3]], [[9, 4, -2], [-4, 6, -5], [8, -1, -3], [9, -2, 3]], [[-3, -2, -1], [4, 3, -1], [3, 0, 7], [0, 0, -1]]])
t = np.array([[2, -3, 4, 5, 6, -2, -1], [6, 4, 3, 2, -2, 9, 8]])
rf_in = 6
jump_in = 2
in_shape = (88, 69, 53)

x_max = [[[9, 9], [8, 3], [8, 6]], [[9, 6], [8, 6], [9, 3]], [[4, 3], [4, 7], [3, 7]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 9, 5], [4, 6, 3], [8, 0, 7], [9, 6, 3]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = [2.75, "11/6", 0.75]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [4, 0.5, 3.5, 3.5, 2, 3.5, 3.5]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[4, 5, 6], [6, 9, 8]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = "88x34x26"  # shape (channels, height, width)
rf = 10  # whole number, px
jump = 4  # whole number, px
rf_next = 26  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
