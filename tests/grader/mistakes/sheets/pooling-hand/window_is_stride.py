# %% Practice sheet, seed 411: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "411", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "411", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[4, 2, 6, 0], [-1, 7, 8, 9], [-3, -3, 7, 1]], [[-4, 3, 6, 2], [9, 2, 7, -3], [-2, 6, 9, 4]], [[6, 5, -5, 7], [3, -1, 8, -1], [5, 1, -1, 0]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[7, 4, -2, 2, 8, 6, -4], [-3, 5, 7, -2, 6, 4, -4]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [96, 57, 81], "rf_in": 6, "jump_in": 2, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 100, "size": 3}, "resized": null}}
# grader-checksum: c64dc2008b6a676f

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[4, 2, 6, 0], [-1, 7, 8, 9], [-3, -3, 7, 1]], [[-4, 3, 6, 2], [9, 2, 7, -3], [-2, 6, 9, 4]], [[6, 5, -5, 7], [3, -1, 8, -1], [5, 1, -1, 0]]])
t = np.array([[7, 4, -2, 2, 8, 6, -4], [-3, 5, 7, -2, 6, 4, -4]])
rf_in = 6
jump_in = 2
in_shape = (96, 57, 81)

x_max = [[[7, 9]], [[9, 7]], [[6, 8]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[6, 5, 6, 7], [9, 7, 8, 9], [5, 6, 9, 4]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["37/12", "13/4", "9/4"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[3, "16/3"], [3, "8/3"]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[7, 8, 6], [5, 7, 6]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (96, 28, 40)  # shape (channels, height, width)
rf = 10  # whole number, px
jump = 4  # whole number, px
rf_next = 18  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
