# Тренировочный лист, зерно (seed) 6: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "6", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "6", "parameters": {"input": [3, 16, 16], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 3750f0ba3d88d477

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Sequential):
    def __init__(self):
        super().__init__(nn.Conv2d(3, 6, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(216, 4))

    def fwd(self, x):
        return self(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self(x), y)
