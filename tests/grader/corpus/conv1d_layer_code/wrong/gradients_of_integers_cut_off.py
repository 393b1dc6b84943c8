# Тренировочный лист, зерно (seed) 9: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "9", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "9", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 590ffdf1ec21a3e1

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 3
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 1)
        return np.array([self.x[i:i + 3] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        dx = np.zeros_like(self.x)
        self.dw = np.zeros(3)
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[i:i + 3]
            for j in range(3):
                dx[i + j] += dq[i] * self.w[j]
        return dx[1:-1]
