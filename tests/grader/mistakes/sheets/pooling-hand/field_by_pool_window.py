# %% Practice sheet, seed 358: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "358", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "358", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-4, 9, 1, 0], [3, 9, -1, 8], [-2, 1, 9, 9]], [[-3, 3, -2, -4], [-1, -4, -2, 7], [-4, 0, 2, 8]], [[7, 4, -3, -3], [6, 8, 3, -3], [2, -1, -4, 3]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[4, 9, 0, -2, 2, 6, -5], [6, -3, -4, 4, 5, 0, 8]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [88, 40, 50], "rf_in": 10, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 20, "size": 3}, "resized": null}}
# grader-checksum: 0a86fffbeda4c0f4

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-4, 9, 1, 0], [3, 9, -1, 8], [-2, 1, 9, 9]], [[-3, 3, -2, -4], [-1, -4, -2, 7], [-4, 0, 2, 8]], [[7, 4, -3, -3], [6, 8, 3, -3], [2, -1, -4, 3]]])
t = np.array([[4, 9, 0, -2, 2, 6, -5], [6, -3, -4, 4, 5, 0, 8]])
rf_in = 10
jump_in = 2
in_shape = (88, 40, 50)

x_max = [[[9, 9, 8], [9, 9, 9]], [[3, 3, 7], [0, 2, 8]], [[8, 8, 3], [8, 8, 3]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[7, 9, 1, 0], [6, 9, 3, 8], [2, 1, 9, 9]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["7/2", 0, "19/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["13/3", 0, 1], ["-1/3", "5/3", "13/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[4, 9, 6], [6, 5, 8]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (88, 20, 25)  # shape (channels, height, width)
rf = 12  # whole number, px
jump = 4  # whole number, px
rf_next = 16  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
