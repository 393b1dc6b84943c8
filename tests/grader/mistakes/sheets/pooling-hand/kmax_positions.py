# %% Practice sheet, seed 723: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "723", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "723", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-2, 5, -2, -5], [-1, -1, 0, 1], [-1, -5, 8, 2]], [[-2, 6, 5, 2], [2, 5, 5, 4], [-1, -5, 9, -3]], [[-3, 9, -5, 4], [4, 7, -2, -3], [-2, 5, -3, 0]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[6, 4, -2, -1, 8, -4, 0], [5, 6, -3, 4, -1, -2, 9]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [32, 93, 63], "rf_in": 6, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 50, "size": 3}, "resized": null}}
# grader-checksum: ae44b6a193584a34

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-2, 5, -2, -5], [-1, -1, 0, 1], [-1, -5, 8, 2]], [[-2, 6, 5, 2], [2, 5, 5, 4], [-1, -5, 9, -3]], [[-3, 9, -5, 4], [4, 7, -2, -3], [-2, 5, -3, 0]]])
t = np.array([[6, 4, -2, -1, 8, -4, 0], [5, 6, -3, 4, -1, -2, 9]])
rf_in = 6
jump_in = 4
in_shape = (32, 93, 63)

x_max = [[[5, 5, 1], [-1, 8, 8]], [[6, 6, 5], [5, 9, 9]], [[9, 9, 4], [7, 7, 0]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[-2, 9, 5, 4], [4, 7, 5, 4], [-1, 5, 9, 2]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["-1/12", "9/4", "11/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["8/3", "5/3", "4/3"], ["8/3", 0, 2]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[0, 1, 4], [0, 1, 6]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (32, 31, 21)  # shape (channels, height, width)
rf = 14  # whole number, px
jump = 12  # whole number, px
rf_next = 62  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
