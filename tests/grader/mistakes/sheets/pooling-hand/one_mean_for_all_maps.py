# %% Practice sheet, seed 1905: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1905", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "1905", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[6, 1, 6, -5], [-5, 0, -1, 9], [7, 2, -3, 4]], [[3, -1, 2, -5], [8, 7, 0, 2], [-5, 6, 2, 1]], [[8, 8, 2, 0], [-5, -2, 3, 7], [5, 1, -4, 2]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-3, 7, 4, 6, 9, 0, -4], [6, 9, 3, 4, -3, 5, 7]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [32, 90, 102], "rf_in": 7, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 50, "size": 3}, "resized": null}}
# grader-checksum: b20c4a5fe953b2e7

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[6, 1, 6, -5], [-5, 0, -1, 9], [7, 2, -3, 4]], [[3, -1, 2, -5], [8, 7, 0, 2], [-5, 6, 2, 1]], [[8, 8, 2, 0], [-5, -2, 3, 7], [5, 1, -4, 2]]])
t = np.array([[-3, 7, 4, 6, 9, 0, -4], [6, 9, 3, 4, -3, 5, 7]])
rf_in = 7
jump_in = 4
in_shape = (32, 90, 102)

x_max = [[[6, 6, 9], [7, 2, 9]], [[8, 7, 2], [8, 7, 2]], [[8, 8, 7], [5, 3, 7]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[8, 8, 6, 0], [8, 7, 3, 9], [7, 6, 2, 4]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = "11/6"  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["8/3", "19/3", "5/3"], [6, "4/3", 3]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[7, 6, 9], [6, 9, 7]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (32, 30, 34)  # shape (channels, height, width)
rf = 15  # whole number, px
jump = 12  # whole number, px
rf_next = 63  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
