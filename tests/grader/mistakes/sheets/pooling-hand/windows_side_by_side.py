# %% Practice sheet, seed 717: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "717", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "717", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[2, 7, -5, 5], [-1, -1, -5, -5], [-2, 8, -4, 5]], [[-2, -2, -3, 6], [9, 1, 3, -1], [7, 7, -4, 8]], [[7, -3, -4, 9], [-4, 4, -2, 3], [7, 6, 8, -4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[8, 2, -1, 1, -2, 6, -3], [3, 0, -4, 1, 6, 2, 9]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [80, 108, 84], "rf_in": 12, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: 30cf61f8e4bb830f

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[2, 7, -5, 5], [-1, -1, -5, -5], [-2, 8, -4, 5]], [[-2, -2, -3, 6], [9, 1, 3, -1], [7, 7, -4, 8]], [[7, -3, -4, 9], [-4, 4, -2, 3], [7, 6, 8, -4]]])
t = np.array([[8, 2, -1, 1, -2, 6, -3], [3, 0, -4, 1, 6, 2, 9]])
rf_in = 12
jump_in = 4
in_shape = (80, 108, 84)

x_max = [[[7, 7, 5], [8, 8, 5]], [[9, 3, 6], [9, 7, 8]], [[7, 4, 9], [7, 8, 8]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[7, 7, -3, 9], [9, 4, 3, 3], [7, 8, 8, 8]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["1/3", "29/12", "9/4"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[3, "5/3", -3], ["-1/3", 3, 9]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[8, 2, 6], [3, 6, 9]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (80, 36, 28)  # shape (channels, height, width)
rf = 20  # whole number, px
jump = 12  # whole number, px
rf_next = 44  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
