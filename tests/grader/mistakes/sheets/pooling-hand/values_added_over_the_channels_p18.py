# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "4", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-3, -3, 9], [-2, 9, 8], [6, -3, -4], [-3, 4, 7]], [[-5, 0, -2], [6, 7, 1], [2, 9, 4], [2, 5, -1]], [[5, 4, 5], [-1, -2, 3], [-3, -3, 3], [4, 6, 7]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[9, -3, 8, 4, -1, -5, -4], [1, 7, -1, -2, 2, 3, 5]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [80, 51, 57], "rf_in": 9, "jump_in": 2, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 20, "size": 3}, "resized": null}}
# grader-checksum: 237e8b3a07577c8f

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-3, -3, 9], [-2, 9, 8], [6, -3, -4], [-3, 4, 7]], [[-5, 0, -2], [6, 7, 1], [2, 9, 4], [2, 5, -1]], [[5, 4, 5], [-1, -2, 3], [-3, -3, 3], [4, 6, 7]]])
t = np.array([[9, -3, 8, 4, -1, -5, -4], [1, 7, -1, -2, 2, 3, 5]])
rf_in = 9
jump_in = 2
in_shape = (80, 51, 57)

x_max = [[[9, 9], [9, 9], [6, 7]], [[7, 7], [9, 9], [9, 9]], [[5, 5], [-1, 3], [6, 7]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[-3, 1, 12], [3, 14, 12], [5, 3, 3], [3, 15, 13]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["25/12", "7/3", "7/3"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["14/3", "11/3", "-10/3"], ["7/3", "-1/3", "10/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[9, 8, 4], [7, 3, 5]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (80, 25, 28)  # shape (channels, height, width)
rf = 13  # whole number, px
jump = 4  # whole number, px
rf_next = 29  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = 'yes, a'  # answer (yes / no) and the letter of the reason, in quotes with a comma between
