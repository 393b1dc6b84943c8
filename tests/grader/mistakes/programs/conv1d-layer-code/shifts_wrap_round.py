# %% Тренировочный лист, зерно (seed) 7162: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7162", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7162", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: d9761a1c05ae47a6

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 7
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w
        self.shifts = range(-3, 4)

    def fwd_pass(self, p):
        self.p = p
        return sum(wj * np.roll(p, -s) for wj, s in zip(self.w, self.shifts))

    def bwd_pass(self, dq):
        self.dw = np.array([np.dot(dq, np.roll(self.p, -s)) for s in self.shifts])
        return sum(wj * np.roll(dq, s) for wj, s in zip(self.w, self.shifts))
