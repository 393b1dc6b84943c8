# %% Practice sheet, seed 758: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "758", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "758", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[3, 9, 4], [2, 8, -4], [2, 5, 4], [4, 4, 7]], [[-1, -2, -3], [9, 1, 6], [1, 2, 5], [1, 7, 3]], [[7, 6, 4], [6, -4, -4], [-3, 2, -3], [-5, 0, 8]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-4, -2, 2, -1, 8, 7, 0], [8, 2, -5, -1, 0, 9, -4]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [56, 27, 39], "rf_in": 16, "jump_in": 2, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 100, "size": 3}, "resized": null}}
# grader-checksum: 0abf4c2e6dd783b2

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[3, 9, 4], [2, 8, -4], [2, 5, 4], [4, 4, 7]], [[-1, -2, -3], [9, 1, 6], [1, 2, 5], [1, 7, 3]], [[7, 6, 4], [6, -4, -4], [-3, 2, -3], [-5, 0, 8]]])
t = np.array([[-4, -2, 2, -1, 8, 7, 0], [8, 2, -5, -1, 0, 9, -4]])
rf_in = 16
jump_in = 2
in_shape = (56, 27, 39)

x_max = [[[9, 9], [8, 8], [5, 7]], [[9, 6], [9, 6], [7, 7]], [[7, 6], [6, 2], [2, 8]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[7, 9, 4], [9, 8, 6], [2, 5, 5], [4, 7, 8]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = [4, "29/12", "7/6"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["-4/3", 3, 5], ["5/3", -2, "5/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[2, 8, 7], [8, 2, 9]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = "56x13x19"  # shape (channels, height, width)
rf = 48  # whole number, px
jump = 4  # whole number, px
rf_next = 56  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
