# %% Тренировочный лист, зерно (seed) 308: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "308", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "308", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 6b2b13d1d6abd1a5

import numpy as np


# %% problem 1: Функция свёртки 1D
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром."""
    def convolve(x, w, padding, stride):
        x = np.pad(x, padding)
        w = w[::-1]
        count = (len(x) - len(w)) // stride + 1
        return np.array([np.dot(x[t * stride:t * stride + len(w)], w) for t in range(count)])

    return convolve(vector, kernel, 3, 2)
