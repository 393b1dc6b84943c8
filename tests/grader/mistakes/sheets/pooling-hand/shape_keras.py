# %% Practice sheet, seed 768: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "768", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "768", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-2, 5, 4], [-5, 2, 2], [8, 6, 2], [1, 8, 6]], [[8, 1, -4], [0, 4, 2], [-1, 7, 7], [4, -4, -1]], [[0, 4, -3], [9, 4, 6], [1, -3, 3], [3, 6, -2]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-2, 2, -3, 6, 1, 0, 4], [0, -5, 8, 1, -1, 2, 9]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [72, 44, 48], "rf_in": 10, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 10, "size": 1}, "resized": null}}
# grader-checksum: 2d8f0226e47996f6

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-2, 5, 4], [-5, 2, 2], [8, 6, 2], [1, 8, 6]], [[8, 1, -4], [0, 4, 2], [-1, 7, 7], [4, -4, -1]], [[0, 4, -3], [9, 4, 6], [1, -3, 3], [3, 6, -2]]])
t = np.array([[-2, 2, -3, 6, 1, 0, 4], [0, -5, 8, 1, -1, 2, 9]])
rf_in = 10
jump_in = 2
in_shape = (72, 44, 48)

x_max = [[[5, 5], [8, 6], [8, 8]], [[8, 4], [7, 7], [7, 7]], [[9, 6], [9, 6], [6, 6]]]  # 3 × 3 × 2 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[8, 5, 4], [9, 4, 6], [8, 7, 7], [4, 8, 6]]  # 4 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["37/12", "23/12", "7/3"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[-1, "4/3", "5/3"], [1, "8/3", "10/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[2, 6, 4], [8, 2, 9]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (22, 24, 72)  # shape (channels, height, width)
rf = 12  # whole number, px
jump = 4  # whole number, px
rf_next = 20  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
