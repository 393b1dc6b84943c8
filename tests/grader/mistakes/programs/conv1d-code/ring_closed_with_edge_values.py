# %% Тренировочный лист, зерно (seed) 405: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "405", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "405", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "circular"}}
# grader-checksum: a1fc8e20d2c7a575

import numpy as np


# %% problem 1: Функция свёртки 1D
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром."""
    шаг, отступ, прореживание = 2, 2, 3
    x = np.pad(vector, отступ, mode="edge")
    ядро = kernel[::-1]
    охват = (len(ядро) - 1) * прореживание + 1
    n = (len(x) - охват) // шаг + 1
    ответ = np.zeros(n)
    for i in range(n):
        ответ[i] = np.dot(x[i * шаг:i * шаг + охват:прореживание], ядро)
    return ответ
