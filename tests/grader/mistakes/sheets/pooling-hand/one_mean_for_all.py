# %% Practice sheet, seed 728: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "728", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "728", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-1, -3, 2], [-2, -5, 6], [4, 2, -2], [0, 5, -4]], [[9, 2, 2], [0, 4, -4], [2, 7, 6], [1, -1, -5]], [[-3, 1, -5], [5, -3, 2], [-2, -4, -1], [2, 4, 8]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-2, -5, 5, 6, 4, 9, 7], [6, 7, 8, -4, -2, -1, 0]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [72, 54, 78], "rf_in": 16, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 100, "size": 3}, "resized": null}}
# grader-checksum: 15fb9f155810c3fb

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-1, -3, 2], [-2, -5, 6], [4, 2, -2], [0, 5, -4]], [[9, 2, 2], [0, 4, -4], [2, 7, 6], [1, -1, -5]], [[-3, 1, -5], [5, -3, 2], [-2, -4, -1], [2, 4, 8]]])
t = np.array([[-2, -5, 5, 6, 4, 9, 7], [6, 7, 8, -4, -2, -1, 0]])
rf_in = 16
jump_in = 4
in_shape = (72, 54, 78)

x_max = [[[-1, 6], [4, 6], [5, 5]], [[9, 4], [7, 7], [7, 7]], [[5, 2], [5, 2], [4, 8]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 2, 2], [5, 4, 6], [4, 7, 6], [2, 5, 8]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["29/36", "29/36", "29/36"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["-2/3", 5, "20/3"], [7, "2/3", -1]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[6, 9, 7], [6, 7, 8]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (72, 18, 26)  # shape (channels, height, width)
rf = 24  # whole number, px
jump = 12  # whole number, px
rf_next = 72  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
