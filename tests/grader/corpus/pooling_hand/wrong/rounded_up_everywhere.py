# Practice sheet, seed 14: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "14", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "14", "parameters": {"inputs": [{"name": "x", "cells": [[3, 0, -5, -3, 2, -5], [-9, 1, 3, 2, -2, -1], [-9, 2, 1, -3, 6, -3], [-1, -2, 0, 0, -9, -8], [-8, 3, -4, 8, -3, 0]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 3}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 4}]}], "layer": {"in_shape": [112, 33, 32], "rf_in": 17, "jump_in": 4, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 5, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [25, 30, 24], "other_shape": [25, 31, 24], "kernel": 3}}}
# grader-checksum: 85cc1e5f7c16296c

import numpy as np


# %% problem 1: Pooling of features
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

import torch
from torch import nn
x = torch.tensor([[3, 0, -5, -3, 2, -5], [-9, 1, 3, 2, -2, -1], [-9, 2, 1, -3, 6, -3],
                  [-1, -2, 0, 0, -9, -8], [-8, 3, -4, 8, -3, 0]], dtype=torch.float64)[None, None]
x_down = nn.MaxPool2d(3, 2, ceil_mode=True)(x)[0, 0].tolist()
x_up = nn.MaxPool2d(3, 2)(x)[0, 0].tolist()
x_padded = nn.MaxPool2d(3, 3, padding=1)(x)[0, 0].tolist()
x_counted = nn.AvgPool2d(2, 2, padding=1)(x)[0, 0].tolist()
x_inside = nn.AvgPool2d(2, 2, padding=1, count_include_pad=False)(x)[0, 0].tolist()
x_grid_max = nn.AdaptiveMaxPool2d(3)(x)[0, 0].tolist()
x_grid_mean = nn.AdaptiveAvgPool2d(4)(x)[0, 0].tolist()
shape = (112, 17, 17)
rf = 21
rf_next = 53
fits = "yes, e"
