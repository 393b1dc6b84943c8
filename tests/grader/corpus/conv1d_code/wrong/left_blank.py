# Тренировочный лист, зерно (seed) 3: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "3", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: f27bf3aa43683319

import numpy as np


# %% problem 1: Функция взаимной корреляции 1D
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Взаимная корреляция 1D вектора с ядром."""
    # TODO: не успел :(
    ...
