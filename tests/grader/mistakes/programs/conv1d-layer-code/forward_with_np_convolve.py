# %% Тренировочный лист, зерно (seed) 49648: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "49648", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "49648", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 585cea9b0f78601e

import numpy as np


# %% problem 1: Класс слоя свёртки 1D: ядро размера 3
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.padded = np.pad(p, 1)
        return np.convolve(self.padded, self.w, mode='valid')

    def bwd_pass(self, dq):
        self.dw = np.array([np.sum(dq * self.padded[j:j + len(dq)]) for j in range(3)])
        dpad = np.zeros(len(self.padded))
        for i, g in enumerate(dq):
            dpad[i:i + 3] += g * self.w
        return dpad[1:-1]
