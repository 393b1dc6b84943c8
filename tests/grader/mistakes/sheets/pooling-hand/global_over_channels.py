# %% Practice sheet, seed 715: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "715", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "715", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[9, -1, 0], [0, 7, -3], [-5, 2, 3], [-4, 7, -1]], [[3, 8, 7], [-3, 1, 6], [-3, 4, -2], [0, -1, -3]], [[-1, -1, -5], [7, -3, 2], [2, 4, 1], [1, 0, -2]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-4, 7, -5, -2, 2, 5, 0], [-2, 9, 8, -5, 2, -1, -4]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [40, 99, 66], "rf_in": 12, "jump_in": 2, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: 6382fe4d39899b0a

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[9, -1, 0], [0, 7, -3], [-5, 2, 3], [-4, 7, -1]], [[3, 8, 7], [-3, 1, 6], [-3, 4, -2], [0, -1, -3]], [[-1, -1, -5], [7, -3, 2], [2, 4, 1], [1, 0, -2]]])
t = np.array([[-4, 7, -5, -2, 2, 5, 0], [-2, 9, 8, -5, 2, -1, -4]])
rf_in = 12
jump_in = 2
in_shape = (40, 99, 66)

x_max = [[[9, 7], [7, 7], [7, 7]], [[8, 8], [4, 6], [4, 4]], [[7, 2], [7, 4], [4, 4]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 8, 7], [7, 7, 6], [2, 4, 3], [1, 7, -1]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = [["11/3", 2, "2/3"], ["4/3", "5/3", "5/3"], [-2, "10/3", "2/3"], [-1, 2, -2]]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["-2/3", "-5/3", "7/3"], [5, "5/3", -1]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[7, 2, 5], [9, 8, 2]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = "40x33x22"  # shape (channels, height, width)
rf = 16  # whole number, px
jump = 6  # whole number, px
rf_next = 40  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
