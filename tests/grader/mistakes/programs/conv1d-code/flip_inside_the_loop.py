# %% Тренировочный лист, зерно (seed) 48862: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "48862", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "48862", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 7a879af66fb0517c

import numpy as np


# %% problem 1: Функция свёртки 1D
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром."""
    s, p = 3, 2
    x = np.pad(vector, p)
    L = (len(x) - len(kernel)) // s + 1
    y = np.zeros(L)
    for i in range(L):
        kernel = kernel[::-1]
        y[i] = np.sum(x[s * i:s * i + len(kernel)] * kernel)
    return y
