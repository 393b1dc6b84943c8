# %% Тренировочный лист, зерно (seed) 45609: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "45609", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "45609", "draw": 1, "parameters": {"input": [1, 29, 34], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 21, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 20}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 88b089ae9e8313a2

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Module):
    """Свёрточная модель: изображения 1 × 29 × 34, число классов: 4."""

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(1, 7, 5, stride=2, padding=1), nn.ReLU(),
            nn.AvgPool2d(3, stride=2),
            nn.Conv2d(7, 13, 3, padding=1), nn.ReLU(),
            nn.Conv2d(13, 21, 3, padding=1), nn.ReLU(),
            nn.MaxPool2d(2, stride=2),
            nn.Flatten(),
            nn.LazyLinear(20), nn.ReLU(),
            nn.Linear(20, 4))

    def fwd(self, x):
        return self.net(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.net(x), y)
