# %% Тренировочный лист, зерно (seed) 411: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "411", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "411", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: f9a1ab9034577433

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 6
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        K, S = len(self.w), 2
        L = (len(self.x) - K) // S + 1
        q = np.zeros(L)
        for k in range(K):
            q += self.w[k] * self.x[k:k + S * (L - 1) + 1:S]
        return q

    def bwd_pass(self, dq):
        K, S, L = len(self.w), 2, len(dq)
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(K)
        for k in range(K):
            part = slice(k, k + S * (L - 1) + 1, S)
            self.dw[k] = np.dot(dq, self.x[part])
            dx[part] += self.w[k] * dq
        self.db = dq.sum()
        return dx[2:-2]
