# %% Тренировочный лист, зерно (seed) 468: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "468", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "468", "draw": 3, "parameters": {"input": [3, 29, 59], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: a670d806ac392ade

import numpy as np


# %% problem 1: Таблица свёрточной сети
# Задача 1. Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (8, 15, 30)  # форма (каналы, высота, ширина)
conv1_params = 608  # целое число
conv1_rf = 5  # целое число, пикс.
conv1_macs = 270000  # целое число, MAC
pool1_shape = (8, 7, 14)  # форма (каналы, высота, ширина)
pool1_params = 0  # целое число
pool1_rf = 9  # целое число, пикс.
conv2_shape = (40, 5, 12)  # форма (каналы, высота, ширина)
conv2_params = 1480  # целое число
conv2_rf = 41  # целое число, пикс.
conv2_macs = 86400  # целое число, MAC
conv3_shape = (56, 3, 6)  # форма (каналы, высота, ширина)
conv3_params = 20216  # целое число
conv3_rf = 57  # целое число, пикс.
conv3_macs = 362880  # целое число, MAC
flatten_shape = (1008,)  # форма (N,)
fc1_params = 20180  # целое число
fc1_macs = 20160  # целое число, MAC
