# %% Тренировочный лист, зерно (seed) 4242: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "4242", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "4242", "draw": 3, "parameters": {"input": [1, 36, 36], "layers": [{"kind": "conv", "name": "conv1", "channels": 7, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 15, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 9aecf14de7fd025b

import numpy as np


# %% problem 1: Таблица свёрточной сети
# Задача 1. Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (7, 32, 32)  # форма (каналы, высота, ширина)
conv1_params = 182  # целое число
conv1_rf = 5  # целое число, пикс.
pool1_shape = (7, 16, 16)  # форма (каналы, высота, ширина)
pool1_params = 0  # целое число
pool1_rf = 6  # целое число, пикс.
conv2_shape = (15, 14, 14)  # форма (каналы, высота, ширина)
conv2_params = 960  # целое число
conv2_rf = 8  # целое число, пикс.
flatten_shape = (2940,)  # форма (N,)
fc1_params = 29410  # целое число
fc1_rf = 36  # целое число, пикс.
