# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "1", "parameters": {"inputs": [{"name": "x", "cells": [[[4, 7, -3, 4], [-5, 0, 5, -5], [7, 9, -1, 0]], [[1, -1, -5, 2], [8, 6, 6, -5], [8, 6, 7, 3]], [[7, 3, -5, 2], [-5, 9, 2, 1], [9, -5, -4, 6]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[5, -3, 4, 6, 2, -2, 7], [-4, 9, 5, 1, 6, -1, 7]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [32, 84, 105], "rf_in": 12, "jump_in": 4, "kernel": 3, "stride": 3, "padding": 0, "ceil_mode": false, "next_kernel": 5, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 10, "size": 3}, "resized": null}}
# grader-problem: {"key": "2", "family": "pooling-hand", "level": "easy", "seed": "1", "parameters": {"inputs": [{"name": "v", "cells": [4, -5, 0, 1, 3, 8], "poolings": [{"name": "v_max", "kind": "max-of-row", "kernel": 2, "stride": 2}]}, {"name": "x", "cells": [[7, 6, -3, -4], [6, -1, -2, 9], [-1, 4, 0, -2], [-2, 7, -3, -5]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 2}, {"name": "x_mean", "kind": "mean", "kernel": 2, "stride": 2}, {"name": "x_global_max", "kind": "global-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}], "layer": {"in_shape": [32, 16, 18], "rf_in": 3, "jump_in": 2, "kernel": 2, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "params", "rf", "jump"]}, "head": null, "resized": null}}
# grader-checksum: c4f8f9f8dcb5e495

import numpy as np
from statistics import mean
from fractions import Fraction


# %% problem 1: Pooling of features
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

def pool2d(m, k, s, f):
    return [[f([m[i + a][j + b] for a in range(k) for b in range(k)])
             for j in range(0, len(m[0]) - k + 1, s)] for i in range(0, len(m) - k + 1, s)]


def pool1d(v, k, s, f):
    return [f(v[i:i + k]) for i in range(0, len(v) - k + 1, s)]


def exact_mean(values):
    return Fraction(sum(values), len(values))


def kmax(v, k):
    best = sorted(range(len(v)), key=lambda i: v[i], reverse=True)[:k]
    return [v[i] for i in sorted(best)]


x = [[[4, 7, -3, 4], [-5, 0, 5, -5], [7, 9, -1, 0]],
     [[1, -1, -5, 2], [8, 6, 6, -5], [8, 6, 7, 3]],
     [[7, 3, -5, 2], [-5, 9, 2, 1], [9, -5, -4, 6]]]
t = [[5, -3, 4, 6, 2, -2, 7], [-4, 9, 5, 1, 6, -1, 7]]
x_max = [pool2d(m, 2, 1, max) for m in x]
x_across = [[max(values) for values in zip(*rows)] for rows in zip(*x)]
x_global_mean = [exact_mean(sum(m, [])) for m in x]
t_mean = [pool1d(r, 3, 2, exact_mean) for r in t]
t_kmax = [kmax(r, 3) for r in t]
shape = (32, 84 // 3, 105 // 3)
rf = 12 + (3 - 1) * 4
jump = 4 * 3
rf_next = 20 + (5 - 1) * 12
more = "no, e"


# %% problem 2: Pooling of features
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

x = [[7, 6, -3, -4], [6, -1, -2, 9], [-1, 4, 0, -2], [-2, 7, -3, -5]]
v_max = pool1d([4, -5, 0, 1, 3, 8], 2, 2, max)
x_max = pool2d(x, 2, 2, max)
x_mean = pool2d(x, 2, 2, mean)
x_global_max = max(map(max, x))
x_global_mean = exact_mean([v for r in x for v in r])
shape = (32, 8, 9)
params = 0
rf = 3 + 2
jump = 4
