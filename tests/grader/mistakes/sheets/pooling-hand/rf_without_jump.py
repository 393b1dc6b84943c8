# %% Practice sheet, seed 753: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "753", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "753", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-1, 4, 6, 8], [8, 5, 8, 9], [-3, 9, -1, -4]], [[9, -4, 8, 0], [-3, 3, 8, 1], [-5, -1, -1, 5]], [[6, 4, 5, 3], [8, 7, 6, -5], [4, 6, 4, 2]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[4, 7, 6, -1, 9, 5, -4], [-2, 0, -1, -3, -4, 8, 1]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [72, 30, 44], "rf_in": 8, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 20, "size": 3}, "resized": null}}
# grader-checksum: a3834ed5be1538d7

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-1, 4, 6, 8], [8, 5, 8, 9], [-3, 9, -1, -4]], [[9, -4, 8, 0], [-3, 3, 8, 1], [-5, -1, -1, 5]], [[6, 4, 5, 3], [8, 7, 6, -5], [4, 6, 4, 2]]])
t = np.array([[4, 7, 6, -1, 9, 5, -4], [-2, 0, -1, -3, -4, 8, 1]])
rf_in = 8
jump_in = 4
in_shape = (72, 30, 44)

x_max = [[[8, 8, 9], [9, 9, 9]], [[9, 8, 8], [3, 8, 8]], [[8, 7, 6], [8, 7, 6]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 4, 8, 8], [8, 7, 8, 9], [4, 9, 4, 5]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = [4, "5/3", "25/6"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [["17/3", "14/3", "10/3"], [-1, "-8/3", "5/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[7, 6, 9], [0, 8, 1]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (72, 15, 22)  # shape (channels, height, width)
rf = 9  # whole number, px
jump = 8  # whole number, px
rf_next = 13  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
