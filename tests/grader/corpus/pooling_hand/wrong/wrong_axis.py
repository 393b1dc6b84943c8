# Тренировочный лист, зерно (seed) 12: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "12", "language": "ru"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "12", "parameters": {"inputs": [{"name": "x", "cells": [[[3, 8, 6, 4], [0, -2, 9, 4], [-1, 9, 1, -4]], [[1, 0, -4, 5], [8, 6, -2, 4], [2, 0, 8, 3]], [[5, 0, 8, 6], [0, -1, -2, 8], [4, 5, 2, -4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[9, 7, 5, 0, 4, -3, 1], [5, 3, 8, 2, -3, -5, 4]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [88, 23, 25], "rf_in": 15, "jump_in": 4, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 50, "size": 3}, "resized": null}}
# grader-checksum: 21c7f2ef5ac34373

import numpy as np


# %% problem 1: Пулинг признаков
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

x = np.array([[[3, 8, 6, 4], [0, -2, 9, 4], [-1, 9, 1, -4]], [[1, 0, -4, 5], [8, 6, -2, 4], [2, 0, 8, 3]], [[5, 0, 8, 6], [0, -1, -2, 8], [4, 5, 2, -4]]])
t = np.array([[9, 7, 5, 0, 4, -3, 1], [5, 3, 8, 2, -3, -5, 4]])
x_max = [[[m[i:i+2, j:j+2].max() for j in range(3)] for i in range(2)] for m in x]
x_across = x.max(axis=1)
x_global_mean = x.mean((1, 2))
t_mean = [[r[i:i+3].mean() for i in (0, 2, 4)] for r in t]
t_kmax = [[9, 7, 5], [5, 8, 4]]
shape = (88, 11, 12)
rf = 23
jump = 8
rf_next = 39
more = "нет, e"
