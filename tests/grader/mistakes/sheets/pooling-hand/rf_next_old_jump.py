# %% Practice sheet, seed 755: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "755", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "755", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[1, -2, -4], [-1, -2, 7], [4, 5, -2], [0, 2, -5]], [[9, 5, 1], [6, 6, -2], [-1, 7, 9], [5, 7, -5]], [[-1, 3, -5], [-2, -1, 3], [8, 9, -5], [-5, 7, -4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[5, 4, 3, 1, -3, 6, -1], [6, 7, 2, -5, 5, -2, -3]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [40, 42, 63], "rf_in": 15, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 10, "size": 1}, "resized": null}}
# grader-checksum: 6cb2dd279c6959a4

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[1, -2, -4], [-1, -2, 7], [4, 5, -2], [0, 2, -5]], [[9, 5, 1], [6, 6, -2], [-1, 7, 9], [5, 7, -5]], [[-1, 3, -5], [-2, -1, 3], [8, 9, -5], [-5, 7, -4]]])
t = np.array([[5, 4, 3, 1, -3, 6, -1], [6, 7, 2, -5, 5, -2, -3]])
rf_in = 15
jump_in = 2
in_shape = (40, 42, 63)

x_max = [[[1, 7], [5, 7], [5, 5]], [[9, 6], [7, 9], [7, 9]], [[3, 3], [9, 9], [9, 9]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 5, 1], [6, 6, 7], [8, 9, 9], [5, 7, -4]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["1/4", "47/12", "7/12"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[4, "1/3", "2/3"], [5, "2/3", 0]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[5, 4, 6], [6, 7, 5]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (40, 14, 21)  # shape (channels, height, width)
rf = 19  # whole number, px
jump = 6  # whole number, px
rf_next = 27  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
