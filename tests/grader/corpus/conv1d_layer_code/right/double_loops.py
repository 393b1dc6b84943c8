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
        self.p = p
        n = len(p)
        q = np.zeros(n)
        for i in range(n):
            for j in range(3):
                # за краем вектора нули
                if 0 <= i + j - 1 < n:
                    q[i] += self.w[j] * p[i + j - 1]
        return q

    def bwd_pass(self, dq):
        n = len(self.p)
        dp = np.zeros(n)
        self.dw = np.zeros(3)
        for i in range(n):
            for j in range(3):
                if 0 <= i + j - 1 < n:
                    dp[i + j - 1] += dq[i] * self.w[j]
                    self.dw[j] += dq[i] * self.p[i + j - 1]
        return dp
