# Тренировочный лист, зерно (seed) 1: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "1", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "1", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 8f5deeacdc4e5ed6

import numpy as np


# %% problem 1: Функция взаимной корреляции 1D
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Взаимная корреляция 1D вектора с ядром."""
    ostalos = vector.tolist()
    yadro = kernel.tolist()
    otvet = []
    while len(ostalos) >= len(yadro):
        otvet.append(np.dot(ostalos[:len(yadro)], yadro))
        ostalos.pop(0)
    return np.asarray(otvet)
