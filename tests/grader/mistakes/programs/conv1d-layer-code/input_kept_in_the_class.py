# %% Тренировочный лист, зерно (seed) 1129: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "1129", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "1129", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 700f684cc38d9af1

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: один вес
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""
    x = None

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        LayerConv1d.x = np.array(p)
        return self.w * LayerConv1d.x

    def bwd_pass(self, dq):
        self.dw = np.sum(LayerConv1d.x * dq)
        return self.w * dq
