# %% Тренировочный лист, зерно (seed) 409: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "409", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "409", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: e588b43baec0e57c

import numpy as np


# %% problem 1: Функция взаимной корреляции 1D
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Взаимная корреляция 1D вектора с ядром."""
    pad = 2 * 2
    stride = 2
    x = np.pad(vector, pad, "constant")
    k = len(kernel)
    out_len = (len(x) - k) // stride + 1
    out = np.zeros(out_len)
    for o in range(out_len):
        out[o] = np.dot(kernel, x[o * stride:o * stride + k])
    return out
