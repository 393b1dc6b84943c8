# %% Тренировочный лист, зерно (seed) 102: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "102", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "102", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 15, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 44}, {"kind": "relu"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: c0c8e395021a5c81

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Module):
    """Свёрточная модель: изображения 3 × 24 × 24, число классов: 12."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 5)
        self.conv2 = nn.Conv2d(4, 15, 5)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(15 * 3 * 3, 44)
        self.fc2 = nn.Linear(44, 12)

    def fwd(self, x):
        x = x / 255.0
        x = self.pool(torch.relu(self.conv1(x)))
        x = self.pool(torch.relu(self.conv2(x)))
        x = x.flatten(1)
        x = torch.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
