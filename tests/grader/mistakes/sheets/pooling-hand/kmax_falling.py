# %% Practice sheet, seed 5173: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5173", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "5173", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[[-3, 2, 4, 5], [2, 2, -5, 3], [9, 4, 9, 0]], [[7, -4, -4, 8], [5, 0, -4, 8], [7, 9, 8, 2]], [[4, 6, -4, 3], [-4, 8, -5, -1], [8, -1, 0, 8]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[7, 8, 0, 4, 6, -5, 2], [3, 6, 2, 8, 0, -5, 7]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [64, 58, 82], "rf_in": 12, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "flatten", "features": 100, "size": 1}, "resized": null}}
# grader-checksum: f1b50f029c47f6d7

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-3, 2, 4, 5], [2, 2, -5, 3], [9, 4, 9, 0]], [[7, -4, -4, 8], [5, 0, -4, 8], [7, 9, 8, 2]], [[4, 6, -4, 3], [-4, 8, -5, -1], [8, -1, 0, 8]]])
t = np.array([[7, 8, 0, 4, 6, -5, 2], [3, 6, 2, 8, 0, -5, 7]])
rf_in = 12
jump_in = 4
in_shape = (64, 58, 82)

x_max = [[[2, 4, 5], [9, 9, 9]], [[7, 0, 8], [9, 9, 8]], [[8, 8, 3], [8, 8, 8]]]
x_across = [[7, 6, 4, 8], [5, 8, -4, 8], [9, 9, 9, 8]]
x_global_mean = ["8/3", "7/2", "11/6"]
t_mean = [[5, "10/3", 1], ["11/3", "10/3", "2/3"]]
t_kmax = [[8, 7, 6], [8, 7, 6]]
shape = (64, 29, 41)
rf = 16
jump = 8
rf_next = 32
# a) it has a weight for each value of the flattened maps
# b) it uses the same weights at all places
# c) the pooling layer has weights of its own, which would be gone
# d) pooling makes fewer maps out of many
# e) it gets one value from each map, however large the map is
more = "yes, a"
