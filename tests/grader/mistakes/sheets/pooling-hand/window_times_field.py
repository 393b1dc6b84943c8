# %% Practice sheet, seed 731: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "731", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "731", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[7, -4, 1], [5, 5, 5], [6, -3, 7], [-1, 2, 2]], [[9, -4, -1], [3, -1, 0], [0, 7, 8], [-2, 9, 3]], [[8, -3, 3], [6, -5, 0], [8, 0, -1], [0, -1, 3]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-3, 2, 3, -2, 5, 7, 0], [1, -4, 4, -5, 6, 8, 2]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [48, 38, 44], "rf_in": 15, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 100, "size": 3}, "resized": null}}
# grader-checksum: cae92aca2bf0e3e7

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[7, -4, 1], [5, 5, 5], [6, -3, 7], [-1, 2, 2]], [[9, -4, -1], [3, -1, 0], [0, 7, 8], [-2, 9, 3]], [[8, -3, 3], [6, -5, 0], [8, 0, -1], [0, -1, 3]]])
t = np.array([[-3, 2, 3, -2, 5, 7, 0], [1, -4, 4, -5, 6, 8, 2]])
rf_in = 15
jump_in = 2
in_shape = (48, 38, 44)

x_max = [[[7, 5], [6, 7], [6, 7]], [[9, 0], [7, 8], [9, 9]], [[8, 3], [8, 0], [8, 3]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, -3, 3], [6, 5, 5], [8, 7, 8], [0, 9, 3]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["8/3", "31/12", "3/2"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["2/3", 2, 4], ["1/3", "5/3", "16/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[3, 5, 7], [4, 6, 8]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (48, 19, 22)  # shape (channels, height, width)
rf = 30  # whole number, px
jump = 4  # whole number, px
rf_next = 46  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
