# Тренировочный лист, зерно (seed) 3: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "3", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "3", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 2286bc645600363a

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: один вес
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return self.w * p

    def bwd_pass(self, dq):
        h = 0.01
        before = np.sum((self.w * self.p) ** 2)
        after = np.sum(((self.w + h) * self.p) ** 2)
        self.dw = (after - before) / h
        return self.w * dq
