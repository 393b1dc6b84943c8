# %% Тренировочный лист, зерно (seed) 796: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "796", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "796", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 2, "mode": "mirror"}}
# grader-checksum: 08d1d2836f4573e3

import numpy as np


# %% problem 1: Функция свёртки 1D
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром."""
    s, p, d = 3, 2, 2
    x = np.pad(vector, p, mode="reflect")
    k = len(kernel)
    need = d * (k - 1) + 1
    m = (len(x) - need) // s + 1
    w = np.flip(kernel)
    y = np.zeros(m)
    for i in range(m):
        y[i] = np.sum(w * x[i * s:i * s + need:d])
    return y
