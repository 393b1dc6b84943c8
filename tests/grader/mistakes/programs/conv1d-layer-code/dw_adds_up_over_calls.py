# %% Тренировочный лист, зерно (seed) 435: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "435", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "435", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 48767dff7bcc01a6

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: один вес
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w
        self.dw = 0

    def fwd_pass(self, p):
        self.p = p.copy()
        return self.p * self.w

    def bwd_pass(self, dq):
        self.dw += (dq * self.p).sum()
        return dq * self.w
