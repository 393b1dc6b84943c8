# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "2", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[3, -3, 0, -1], [-1, 8, 2, 0], [0, 5, -2, 9]], [[-4, -4, -5, -2], [2, 9, 5, 0], [1, 5, 6, 3]], [[6, -2, 0, 8], [5, 4, 5, 6], [7, 5, 0, -1]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[8, 7, -1, -5, -4, 0, 9], [0, -2, 6, 5, 7, 1, -3]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [88, 78, 99], "rf_in": 5, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 50, "size": 3}, "resized": null}}
# grader-checksum: 5efc6b8763833661

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[3, -3, 0, -1], [-1, 8, 2, 0], [0, 5, -2, 9]], [[-4, -4, -5, -2], [2, 9, 5, 0], [1, 5, 6, 3]], [[6, -2, 0, 8], [5, 4, 5, 6], [7, 5, 0, -1]]])
t = np.array([[8, 7, -1, -5, -4, 0, 9], [0, -2, 6, 5, 7, 1, -3]])
rf_in = 5
jump_in = 2
in_shape = (88, 78, 99)

x_max = [[[8, 8, 2], [8, 8, 9]], [[9, 9, 5], [9, 9, 6]], [[6, 5, 8], [7, 5, 6]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[6, -2, 0, 8], [5, 9, 5, 6], [7, 5, 6, 9]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["5/3", "4/3", "43/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["14/3", "-10/3", "5/3"], ["4/3", 6, "5/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[8, 7, 9], [6, 5, 7]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (88, 26, 33)  # shape (channels, height, width)
rf = 7  # whole number, px
jump = 6  # whole number, px
rf_next = 31  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = 'no, b'  # answer (yes / no) and the letter of the reason, in quotes with a comma between
