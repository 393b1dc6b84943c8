# %% Тренировочный лист, зерно (seed) 2468: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "2468", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "2468", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 97dd0087f1508b2d

import numpy as np


# %% problem 1: Функция взаимной корреляции 1D
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Взаимная корреляция 1D вектора с ядром."""
    w = np.asarray(kernel, dtype=float)
    if w.sum() != 0:
        w = w / w.sum()
    n = len(vector) - len(w) + 1
    y = np.zeros(n)
    for i in range(n):
        y[i] = np.inner(vector[i:i + len(w)], w)
    return y
