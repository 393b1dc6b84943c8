# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "example borders", "parameters": {"inputs": [{"name": "x", "cells": [[1, -2, 3, 0, 4], [-1, -3, 2, 5, -4], [6, 0, -5, 1, 2], [2, -6, -7, -1, -2]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 2}]}], "layer": {"in_shape": [64, 32, 30], "rf_in": 14, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": {"follows": "global", "features": 10, "size": 1}, "resized": {"in_shape": [16, 8, 8], "other_shape": [16, 9, 9], "kernel": 2}}}
# grader-checksum: 22b6cd8730822ba6

import numpy as np


# %% problem 1: Pooling of features
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

import torch
import torch.nn.functional as F
x = torch.tensor([[1, -2, 3, 0, 4], [-1, -3, 2, 5, -4], [6, 0, -5, 1, 2], [2, -6, -7, -1, -2]]).float()[None]
x_down = F.max_pool2d(x, 3, 2)[0]
x_up = F.max_pool2d(x, 3, 2, ceil_mode=True)[0]
x_padded = F.max_pool2d(x, 2, 2, padding=1, ceil_mode=True)[0]
x_counted = F.avg_pool2d(x, 2, 2, padding=1)[0]
x_inside = F.avg_pool2d(x, 2, 2, padding=1, count_include_pad=False)[0]
x_grid_max = F.adaptive_max_pool2d(x, 3)[0]
x_grid_mean = F.adaptive_avg_pool2d(x, 2)[0]
shape = F.max_pool2d(torch.zeros(64, 32, 30), 3, 3, padding=1, ceil_mode=True).shape
rf = 22
rf_next = 46
more = "no, e"
fits = "yes, e"
