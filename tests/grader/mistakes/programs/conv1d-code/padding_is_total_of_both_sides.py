# %% Тренировочный лист, зерно (seed) 463: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "463", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "463", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 35997906aa2d65c5

import numpy as np


# %% problem 1: Функция взаимной корреляции 1D
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Взаимная корреляция 1D вектора с ядром."""
    stride = 3
    pad_total = 2
    left = pad_total // 2
    right = pad_total - left
    x = np.pad(np.asarray(vector), (left, right), mode="constant")
    k = len(kernel)
    starts = range(0, len(x) - k + 1, stride)
    return np.array([x[s:s + k] @ kernel for s in starts])
