# %% Тренировочный лист, зерно (seed) 44954: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "44954", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "44954", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 057122e3d838d3af

import numpy as np


# %% problem 1: Функция свёртки 1D
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром."""
    s, p, d = 2, 3, 2
    n = len(vector)
    w = kernel[::-1]
    n_out = (n + 2 * p - d * (len(w) - 1) - 1) // s + 1
    offsets = d * np.arange(len(w))
    y = np.zeros(n_out)
    for i in range(n_out):
        y[i] = np.dot(vector[(i * s + offsets) % n], w)
    return y
