# %% Practice sheet, seed 5685: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5685", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "5685", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[9, 4, 8, -1], [0, 5, 7, 5], [4, 7, -3, 3]], [[5, -2, 3, -5], [5, 5, 9, 8], [-5, 9, 8, 9]], [[5, -1, 4, -2], [-2, 8, 7, 3], [8, 7, 0, 1]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[9, 4, 3, 6, 2, -4, 1], [-5, -4, 8, -1, 3, 4, -2]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [24, 69, 87], "rf_in": 13, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 20, "size": 1}, "resized": null}}
# grader-checksum: ae9d6389346d0c08

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[9, 4, 8, -1], [0, 5, 7, 5], [4, 7, -3, 3]], [[5, -2, 3, -5], [5, 5, 9, 8], [-5, 9, 8, 9]], [[5, -1, 4, -2], [-2, 8, 7, 3], [8, 7, 0, 1]]])
t = np.array([[9, 4, 3, 6, 2, -4, 1], [-5, -4, 8, -1, 3, 4, -2]])
rf_in = 13
jump_in = 4
in_shape = (24, 69, 87)

x_max = np.array([[[9, 8, 8], [7, 7, 7]], [[5, 9, 9], [9, 9, 9]], [[8, 8, 7], [8, 8, 7]]])  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = np.array([[9, 4, 8, -1], [5, 8, 9, 8], [8, 9, 8, 9]])  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = np.array([4, 49/12, 19/6])  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = np.array([[16/3, 11/3, -1/3], [-1/3, 10/3, 5/3]])  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = np.array([[9, 4, 6], [8, 3, 4]])  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (24, 23, 29)  # shape (channels, height, width)
rf = 21  # whole number, px
jump = 12  # whole number, px
rf_next = 29  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
