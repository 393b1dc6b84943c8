# %% Practice sheet, seed 752: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "752", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "752", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[2, 1, 2, 9], [-4, 6, 0, 6], [5, 7, 1, 7]], [[9, 1, 1, 7], [7, 6, 1, 9], [7, -1, 9, -4]], [[1, 2, 4, 8], [-2, -4, -3, 1], [4, -3, 5, 2]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[-4, 1, 0, 2, -3, 9, 4], [-5, -3, -4, 2, -1, 1, 0]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [80, 54, 62], "rf_in": 15, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "conv", "features": 50, "size": 1}, "resized": null}}
# grader-checksum: 9d63dc310cec75d3

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[2, 1, 2, 9], [-4, 6, 0, 6], [5, 7, 1, 7]], [[9, 1, 1, 7], [7, 6, 1, 9], [7, -1, 9, -4]], [[1, 2, 4, 8], [-2, -4, -3, 1], [4, -3, 5, 2]]])
t = np.array([[-4, 1, 0, 2, -3, 9, 4], [-5, -3, -4, 2, -1, 1, 0]])
rf_in = 15
jump_in = 4
in_shape = (80, 54, 62)

x_max = [[[6, 6, 9], [7, 7, 7]], [[9, 6, 9], [7, 9, 9]], [[2, 4, 8], [4, 5, 5]]]  # 3 × 2 × 3 tensor (nested lists), exact, such as 3 or "1/2"; marked entry by entry
x_across = [[9, 2, 4, 9], [7, 6, 1, 9], [7, 7, 9, 7]]  # 3 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_mean = ["7/2", "13/3", "5/4"]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
t_mean = [[-1, "-1/3", "10/3"], [-4, -1, 0]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
t_kmax = [[2, 9, 4], [2, 1, 0]]  # 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
shape = (80, 27, 31)  # shape (channels, height, width)
rf = 23  # whole number, px
jump = 8  # whole number, px
rf_next = 55  # whole number, px
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "no, b"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
