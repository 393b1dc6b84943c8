# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "3", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[4, 5, 0, 8], [5, 5, 3, -3], [1, -1, 4, 5]], [[2, 6, 1, 4], [2, -3, -2, 8], [3, 6, -4, 2]], [[9, 6, 1, 2], [7, -5, 6, 0], [2, 9, 2, -1]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[0, 5, -2, 1, -5, 4, 3], [1, 7, 8, -1, 0, 3, -4]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [40, 59, 81], "rf_in": 10, "jump_in": 4, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 10, "size": 1}, "resized": null}}
# grader-checksum: 23e1fbe1d0ada846

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[4, 5, 0, 8], [5, 5, 3, -3], [1, -1, 4, 5]], [[2, 6, 1, 4], [2, -3, -2, 8], [3, 6, -4, 2]], [[9, 6, 1, 2], [7, -5, 6, 0], [2, 9, 2, -1]]])
t = np.array([[0, 5, -2, 1, -5, 4, 3], [1, 7, 8, -1, 0, 3, -4]])
rf_in = 10
jump_in = 4
in_shape = (40, 59, 81)

x_max = [[[5, 5, 8], [5, 5, 5]], [[6, 6, 8], [6, 6, 8]], [[9, 6, 6], [9, 9, 6]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 6, 1, 8], [7, 5, 6, 8], [3, 9, 4, 5]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = [3, "25/12", "19/6"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[1, -2, "2/3"], ["16/3", "7/3", "-1/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[5, 4, 3], [7, 8, 3]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (20, 29, 40)  # shape (channels, height, width)
rf = 18  # whole number, px
jump = 8  # whole number, px
rf_next = 34  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = 'yes, a'  # answer (yes / no) and the letter of the reason, in quotes with a comma between
