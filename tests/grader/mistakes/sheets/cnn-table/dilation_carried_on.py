# %% Тренировочный лист, зерно (seed) 445: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "445", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "445", "draw": 3, "parameters": {"input": [3, 44, 60], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 33f8b970f12a17cc

import numpy as np


# %% problem 1: Таблица свёрточной сети
# Задача 1. Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (16, 21, 29)  # форма (каналы, высота, ширина)
conv1_params = 2368  # целое число
conv1_rf = 7  # целое число, пикс.
conv1_macs = 1432368  # целое число, MAC
pool1_shape = (16, 10, 14)  # форма (каналы, высота, ширина)
pool1_params = 0  # целое число
pool1_rf = 11  # целое число, пикс.
conv2_shape = (32, 8, 12)  # форма (каналы, высота, ширина)
conv2_params = 1184  # целое число
conv2_rf = 43  # целое число, пикс.
conv2_macs = 110592  # целое число, MAC
conv3_shape = (56, 4, 6)  # форма (каналы, высота, ширина)
conv3_params = 16184  # целое число
conv3_rf = 75  # целое число, пикс.
conv3_macs = 387072  # целое число, MAC
flatten_shape = (1344,)  # форма (N,)
fc1_params = 13450  # целое число
fc1_macs = 13440  # целое число, MAC
