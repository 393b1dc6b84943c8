# %% Practice sheet, seed 5346: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5346", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "hard", "seed": "5346", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[1, 3, 9, -2, -9, -7], [3, -4, -7, 1, -8, -4], [5, -5, -8, 6, -8, -6], [5, -3, -8, 2, 8, -6], [8, -9, -2, -2, 7, 2]], "poolings": [{"name": "x_down", "kind": "max-down", "kernel": 3, "stride": 2}, {"name": "x_up", "kind": "max-up", "kernel": 3, "stride": 2}, {"name": "x_padded", "kind": "max-padded", "kernel": 3, "stride": 3, "padding": 1}, {"name": "x_counted", "kind": "mean-counted", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_inside", "kind": "mean-inside", "kernel": 2, "stride": 2, "padding": 1}, {"name": "x_grid_max", "kind": "grid-max", "grid": 4}, {"name": "x_grid_mean", "kind": "grid-mean", "grid": 3}]}], "layer": {"in_shape": [80, 27, 20], "rf_in": 22, "jump_in": 8, "kernel": 2, "stride": 2, "padding": 1, "ceil_mode": true, "next_kernel": 3, "asked": ["shape", "rf", "rf_next"]}, "head": null, "resized": {"in_shape": [14, 24, 27], "other_shape": [14, 26, 27], "kernel": 3}}}
# grader-checksum: f91208e24350e1df

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 3, 9, -2, -9, -7], [3, -4, -7, 1, -8, -4], [5, -5, -8, 6, -8, -6], [5, -3, -8, 2, 8, -6], [8, -9, -2, -2, 7, 2]])
rf_in = 22
jump_in = 8
in_shape = (80, 27, 20)

x_down = [
      [9, 9],
      [8, 8],
]
x_up = [
      [9, 9, -4],
      [8, 8, 8],
]
x_padded = [
      [3, 9, -4],
      [8, 8, 2],
]
x_counted = [
      ["1/4", 3, "-11/4", "-7/4"],
      [2, -6, "-9/4", "-5/2"],
      ["13/4", "-11/2", "15/4", -1],
]
x_inside = [
      [1, 6, "-11/2", -7],
      [4, -6, "-9/4", -5],
      ["13/2", "-11/2", "15/4", -2],
]
x_grid_max = [
      [1, 9, -2, -7],
      [3, -4, 1, -4],
      [5, -5, 6, -6],
      [8, -2, 2, 8],
]
x_grid_mean = [
      [2, "7/2", -8],
      ["-1/4", -2, "-13/2"],
      ["1/4", "-5/2", "11/4"],
]
shape = (80, 14, 11)  # shape (channels, height, width)
rf = 30  # whole number, px
rf_next = 62  # whole number, px
# a) pooling has no parameters, so that it can be followed by any layer
# b) pooling cuts maps of any size into the same number of regions, so the vector keeps its length
# c) the vector gets another length
# d) it uses the same weights at all places
# e) what is added fills no further window, and is left out by rounding down
fits = "yes, e"  # answer (yes / no) and the letter of the reason, in quotes with a comma between
