# Тренировочный лист, зерно (seed) 1: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "1", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 39870d376dd94bb6

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 5
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 5] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(5)
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[i:i + 5]
            dx[i:i + 5] += dq[i] * self.w
        self.x = None
        return dx[2:-2]
