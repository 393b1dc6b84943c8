# %% Тренировочный лист, зерно (seed) 1462: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "1462", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1462", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: aa9e28a745ae4890

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 3
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = np.array(w)

    def fwd_pass(self, p):
        self.p = np.pad(p, 1)
        return np.array([self.w.dot(self.p[i:i+3]) for i in range(len(p))])

    def bwd_pass(self, dq):
        n = len(dq)
        self.dw = np.array([self.p[j:j+n].dot(dq) for j in range(3)])
        rot = self.w[::-1]
        dp = np.zeros(n)
        for i in range(1, n - 1):
            dp[i] = rot.dot(dq[i-1:i+2])
        return dp
