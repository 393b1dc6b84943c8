# Тренировочный лист, зерно (seed) 1: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "1", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1", "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: a6e469a653773da1

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 5
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 5] @ self.w + self.b for i in range(0, len(self.x) - 4, 3)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw = np.zeros(5)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + 5]
            dx[3 * i:3 * i + 5] += dq[i] * self.w
        self.dw, self.db = -self.dw, -self.db
        return -dx[2:-2]
