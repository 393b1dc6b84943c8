# %% Тренировочный лист, зерно (seed) 4242: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "4242", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "4242", "draw": 3, "parameters": {"input": [3, 41, 61], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 2142d23e7de116d1

import numpy as np


# %% problem 1: Таблица свёрточной сети
# Задача 1. Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (24, 20, 30)  # форма (каналы, высота, ширина)
conv1_params = 3552  # целое число
conv1_rf = 7  # целое число, пикс.
conv1_macs = 2116800  # целое число, MAC
pool1_shape = (24, 9, 14)  # форма (каналы, высота, ширина)
pool1_params = 0  # целое число
pool1_rf = 11  # целое число, пикс.
conv2_shape = (40, 7, 12)  # форма (каналы, высота, ширина)
conv2_params = 2200  # целое число
conv2_rf = 43  # целое число, пикс.
conv2_macs = 181440  # целое число, MAC
conv3_shape = (56, 4, 6)  # форма (каналы, высота, ширина)
conv3_params = 20216  # целое число
conv3_rf = 75  # целое число, пикс.
conv3_macs = 483840  # целое число, MAC
flatten_shape = (1344,)  # форма (N,)
fc1_params = 26900  # целое число
fc1_macs = 26880  # целое число, MAC
