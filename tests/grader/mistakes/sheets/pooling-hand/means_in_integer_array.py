# %% Practice sheet, seed 1601: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1601", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "easy", "seed": "1601", "draw": 1, "parameters": {"inputs": [{"name": "v", "cells": [3, 9, -2, 6, -5, 2], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[7, 9, 8, -2], [-1, -5, 8, 4], [-4, 5, 2, -3], [-3, 4, 5, 6]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [48, 30, 44], "rf_in": 5, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null, "marks": 2}}
# grader-checksum: 99ee9ccddc765272

import numpy as np


# %% problem 1: Pooling of features
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
v = np.array([3, 9, -2, 6, -5, 2])
x = np.array([[7, 9, 8, -2], [-1, -5, 8, 4], [-4, 5, 2, -3], [-3, 4, 5, 6]])
rf_in = 5
jump_in = 2
in_shape = (48, 30, 44)

def pool(a, f, k, s):
    out = np.zeros_like(a)[: (a.shape[0] - k) // s + 1, : (a.shape[1] - k) // s + 1]
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            out[i, j] = f(a[i * s:i * s + k, j * s:j * s + k])
    return out

v_max = [9, 6, 2]  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
x_max = pool(x, np.max, 2, 2)  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_mean = pool(x, np.mean, 2, 2)  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
x_global_max = x.max()  # exact number, such as 3 or "1/2"
x_global_mean = "%d/16" % x.sum()  # exact number, such as 3 or "1/2"
shape = (48, 15, 22)  # shape (channels, height, width)
params = 0  # whole number
rf = 7  # whole number, px
jump = 4  # whole number, px
