# Тренировочный лист, зерно (seed) 6: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "6", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "6", "parameters": {"input": [3, 54, 54], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false}}
# grader-checksum: ca1adddfaa58cfe9

import numpy as np


# %% problem 1: Таблица свёрточной сети
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (8, 50, 50)
conv1_params = 608
conv1_rf = 5
pool1_shape = (8, 25, 25)
pool1_params = 0
pool1_rf = 6
conv2_shape = (32, 23, 23)
conv2_params = 2336
conv2_rf = 10
pool2_shape = (32, 7, 7)
pool2_params = 0
pool2_rf = 14
flatten_shape = (32 * 49,)
fc1_shape = (512,)
fc1_params = 32 * 49 * 512 + 512
fc1_rf = 54
fc2_shape = (20,)
fc2_params = 10260
fc2_rf = 54
