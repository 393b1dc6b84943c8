# %% Practice sheet, seed 772: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "772", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "772", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-2, 4, 6, 8], [1, 5, -2, 2], [1, 9, 3, -5]], [[-3, 1, 4, 7], [-1, -3, -5, 7], [-2, 4, -2, 6]], [[-5, 6, 7, -1], [9, -2, 8, -3], [9, -1, -5, 0]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[4, 0, 9, 2, -3, 1, -4], [9, 8, -1, 1, 7, -4, 3]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [72, 34, 42], "rf_in": 8, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: 961c245767712311

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-2, 4, 6, 8], [1, 5, -2, 2], [1, 9, 3, -5]], [[-3, 1, 4, 7], [-1, -3, -5, 7], [-2, 4, -2, 6]], [[-5, 6, 7, -1], [9, -2, 8, -3], [9, -1, -5, 0]]])
t = np.array([[4, 0, 9, 2, -3, 1, -4], [9, 8, -1, 1, 7, -4, 3]])
rf_in = 8
jump_in = 4
in_shape = (72, 34, 42)

x_max = [[[5, 6, 8], [9, 9, 3]], [[1, 4, 7], [4, 4, 7]], [[9, 8, 8], [9, 8, 8]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[-2, 6, 7, 8], [9, 5, 8, 7], [9, 9, 3, 6]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["5/2", "13/12", "11/6"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["13/3", "8/3", -2], ["16/3", "7/3", 2]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[4, 9, 2], [9, 8, 7]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (72, 17, 21)  # shape (channels, height, width)
rf = 12  # whole number, px
jump = 8  # whole number, px
rf_next = 28  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
