# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "1", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[4, 7, -3, 4], [-5, 0, 5, -5], [7, 9, -1, 0]], [[1, -1, -5, 2], [8, 6, 6, -5], [8, 6, 7, 3]], [[7, 3, -5, 2], [-5, 9, 2, 1], [9, -5, -4, 6]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[5, -3, 4, 6, 2, -2, 7], [-4, 9, 5, 1, 6, -1, 7]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [32, 84, 105], "rf_in": 12, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 10, "size": 3}, "resized": null}}
# grader-checksum: fb8960cf9145100d

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[4, 7, -3, 4], [-5, 0, 5, -5], [7, 9, -1, 0]], [[1, -1, -5, 2], [8, 6, 6, -5], [8, 6, 7, 3]], [[7, 3, -5, 2], [-5, 9, 2, 1], [9, -5, -4, 6]]])
t = np.array([[5, -3, 4, 6, 2, -2, 7], [-4, 9, 5, 1, 6, -1, 7]])
rf_in = 12
jump_in = 4
in_shape = (32, 84, 105)

x_max = [[[7, 7, 5], [9, 9, 5]], [[8, 6, 6], [8, 7, 7]], [[9, 9, 2], [9, 9, 6]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[7, 7, -3, 4], [8, 9, 6, 1], [9, 9, 7, 6]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["11/6", 3, "5/3"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[2, 4, "7/3"], ["10/3", 4, 4]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[5, 6, 7], [9, 6, 7]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (32, 28, 35)  # shape (channels, height, width)
rf = 20  # whole number, px
jump = 12  # whole number, px
rf_next = 80  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = 'no, e'  # answer (yes / no) and the letter of the reason, in quotes with a comma between
