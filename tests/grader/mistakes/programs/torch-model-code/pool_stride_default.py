# %% Тренировочный лист, зерно (seed) 7874: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7874", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "7874", "draw": 1, "parameters": {"input": [1, 35, 39], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 17, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 34}, {"kind": "relu"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: bfa0f9fea331900d

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Module):
    """Свёрточная модель: изображения 1 × 35 × 39, число классов: 5."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 8, 5, stride=2, padding=1),
            nn.ReLU(),
            nn.AvgPool2d(3),
            nn.Conv2d(8, 9, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(9, 17, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
        )
        # сколько чисел приходит в полносвязный слой
        with torch.no_grad():
            n = self.body(torch.zeros(1, 1, 35, 39)).shape[1]
        self.head = nn.Sequential(nn.Linear(n, 34), nn.ReLU(), nn.Linear(34, 5))

    def fwd(self, x):
        return self.head(self.body(x))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
