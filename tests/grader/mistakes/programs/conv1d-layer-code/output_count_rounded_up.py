# %% Тренировочный лист, зерно (seed) 45740: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "45740", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "45740", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 6312105d16e6aa48

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 6
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.n = len(p)
        m = int(np.ceil((self.n + 2 * 2 - 6) / 2)) + 1
        extra = (m - 1) * 2 + 6 - (self.n + 4)
        self.x = np.pad(p, (2, 2 + extra))
        return np.array([np.dot(self.x[2 * i:2 * i + 6], self.w) + self.b for i in range(m)])

    def bwd_pass(self, dq):
        self.db = np.sum(dq)
        self.dw = np.zeros(6)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[2 * i:2 * i + 6]
            dx[2 * i:2 * i + 6] += dq[i] * np.asarray(self.w)
        return dx[2:2 + self.n]
