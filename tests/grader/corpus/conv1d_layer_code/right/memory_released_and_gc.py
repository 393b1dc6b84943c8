# Тренировочный лист, зерно (seed) 7: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7", "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 2c93d7fc48a3f26d

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 6
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

import gc, weakref

ALL = weakref.WeakSet()

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w, b):
        self.w, self.b = w, b
        ALL.add(self)

    def __del__(self):
        gc.collect()

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 6] @ self.w + self.b for i in range(0, len(self.x) - 5, 2)])

    def bwd_pass(self, dq):
        self.db = np.sum(dq)
        dx, self.dw = np.zeros(len(self.x)), np.zeros(6)
        for i, g in enumerate(dq):
            dx[2 * i:2 * i + 6] += g * self.w
            self.dw += g * self.x[2 * i:2 * i + 6]
        return dx[2:-2]
