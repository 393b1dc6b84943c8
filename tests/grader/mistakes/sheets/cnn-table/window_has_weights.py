# %% Тренировочный лист, зерно (seed) 4242: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "4242", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "4242", "draw": 3, "parameters": {"input": [3, 56, 56], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 100}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 9e540257d058562b

import numpy as np


# %% problem 1: Таблица свёрточной сети
# Задача 1. Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (16, 52, 52)  # форма (каналы, высота, ширина)
conv1_params = 1216  # целое число
conv1_rf = 5  # целое число, пикс.
pool1_shape = (16, 26, 26)  # форма (каналы, высота, ширина)
pool1_params = 64  # целое число
pool1_rf = 6  # целое число, пикс.
conv2_shape = (24, 28, 28)  # форма (каналы, высота, ширина)
conv2_params = 3480  # целое число
conv2_rf = 10  # целое число, пикс.
pool2_shape = (24, 14, 14)  # форма (каналы, высота, ширина)
pool2_params = 96  # целое число
pool2_rf = 12  # целое число, пикс.
flatten_shape = (4704,)  # форма (N,)
fc1_params = 470500  # целое число
fc1_rf = 56  # целое число, пикс.
fc2_params = 1010  # целое число
