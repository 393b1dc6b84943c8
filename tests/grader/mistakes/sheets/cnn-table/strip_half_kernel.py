# %% Тренировочный лист, зерно (seed) 421: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "421", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "421", "draw": 3, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "name": "conv1", "channels": 5, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 11, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 0a21c15cbfeb3763

import numpy as np


# %% problem 1: Таблица свёрточной сети
# Задача 1. Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (5, 23, 23)  # форма (каналы, высота, ширина)
conv1_params = 140  # целое число
conv1_rf = 3  # целое число, пикс.
pool1_shape = (5, 11, 11)  # форма (каналы, высота, ширина)
pool1_params = 0  # целое число
pool1_rf = 4  # целое число, пикс.
conv2_shape = (11, 10, 10)  # форма (каналы, высота, ширина)
conv2_params = 506  # целое число
conv2_rf = 8  # целое число, пикс.
flatten_shape = (1100,)  # форма (N,)
fc1_params = 22020  # целое число
fc1_rf = 24  # целое число, пикс.
