# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "example borders", "parameters": {"inputs": [{"name": "x", "cells": [[1, -2, 3, 0, 4], [-1, -3, 2, 5, -4], [6, 0, -5, 1, 2], [2, -6, -7, -1, -2]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 2}]}], "layer": {"in_shape": [64, 32, 30], "rf_in": 14, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": {"follows": "global", "features": 10, "size": 1}, "resized": {"in_shape": [16, 8, 8], "other_shape": [16, 9, 9], "kernel": 2}}}
# grader-checksum: 22b6cd8730822ba6

import numpy as np


# %% problem 1: Pooling of features
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

x_down = [[6, 5]]
x_up = [[6, 5], [6, 2]]
x_padded = [[1, 3, 4], [6, 2, 5], [2, -6, -1]]
x_counted = [["1/4", "1/4", 1], ["5/4", "-3/2", 1], ["1/2", "-13/4", "-3/4"]]
x_inside = [[1, 0.5, 2], [2.5, -1.5, 1], [2, -6.5, -1.5]]
x_grid_max = [[1, 5, 5], [6, 5, 5], [6, 1, 2]]
x_grid_mean = [[0, "5/3"], ["-5/3", -2]]
shape = (64, 12, 11)
rf = 22
rf_next = 46
more = "no, e"
fits = "yes, e"
