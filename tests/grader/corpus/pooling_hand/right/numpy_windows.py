# Тренировочный лист, зерно (seed) 12: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "12", "language": "ru"}
# grader-problem: {"key": "1", "family": "pooling-hand", "level": "standard", "seed": "12", "parameters": {"inputs": [{"name": "x", "cells": [[[3, 8, 6, 4], [0, -2, 9, 4], [-1, 9, 1, -4]], [[1, 0, -4, 5], [8, 6, -2, 4], [2, 0, 8, 3]], [[5, 0, 8, 6], [0, -1, -2, 8], [4, 5, 2, -4]]], "poolings": [{"name": "x_max", "kind": "max", "kernel": 2, "stride": 1}, {"name": "x_across", "kind": "across-max"}, {"name": "x_global_mean", "kind": "global-mean"}]}, {"name": "t", "cells": [[9, 7, 5, 0, 4, -3, 1], [5, 3, 8, 2, -3, -5, 4]], "poolings": [{"name": "t_mean", "kind": "mean-of-rows", "kernel": 3, "stride": 2}, {"name": "t_kmax", "kind": "k-max-of-rows", "k": 3}]}], "layer": {"in_shape": [88, 23, 25], "rf_in": 15, "jump_in": 4, "kernel": 3, "stride": 2, "padding": 0, "ceil_mode": false, "next_kernel": 3, "asked": ["shape", "rf", "jump", "rf_next"]}, "head": {"follows": "global", "features": 50, "size": 3}, "resized": null}}
# grader-checksum: 21c7f2ef5ac34373

import numpy as np


# %% problem 1: Пулинг признаков
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

from numpy.lib.stride_tricks import sliding_window_view

x = np.array([[[3, 8, 6, 4], [0, -2, 9, 4], [-1, 9, 1, -4]],
              [[1, 0, -4, 5], [8, 6, -2, 4], [2, 0, 8, 3]],
              [[5, 0, 8, 6], [0, -1, -2, 8], [4, 5, 2, -4]]])
t = np.array([[9, 7, 5, 0, 4, -3, 1], [5, 3, 8, 2, -3, -5, 4]])
x_max = sliding_window_view(x, (2, 2), axis=(1, 2)).max(axis=(-2, -1))
x_across = x.max(axis=0)
x_global_mean = x.mean(axis=(1, 2))
t_mean = sliding_window_view(t, 3, axis=1)[:, ::2].mean(axis=-1)
# k наибольших, но в исходном порядке
idx = np.sort(np.argsort(t, axis=1)[:, -3:], axis=1)
t_kmax = np.take_along_axis(t, idx, axis=1)
shape = (88, (23 - 3) // 2 + 1, (25 - 3) // 2 + 1)
rf = 15 + (3 - 1) * 4
jump = 4 * 2
rf_next = rf + (3 - 1) * jump
more = "Нет, E"
