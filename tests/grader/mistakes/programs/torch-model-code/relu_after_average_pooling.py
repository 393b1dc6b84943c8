# %% Тренировочный лист, зерно (seed) 2461: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "2461", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "2461", "draw": 1, "parameters": {"input": [3, 30, 33], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 23, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 28}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 6fcac12fd2e625f5

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Свёрточная модель: изображения 3 × 30 × 33, число классов: 4."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 5, 2, 1)
        self.conv2 = nn.Conv2d(8, 12, 3, 1, 1)
        self.conv3 = nn.Conv2d(12, 23, 3, 1, 1)
        self.fc1 = nn.Linear(23 * 3 * 3, 28)
        self.fc2 = nn.Linear(28, 4)

    def fwd(self, x):
        x = F.relu(F.max_pool2d(self.conv1(x), 3, 2))
        x = F.relu(self.conv2(x))
        x = F.relu(F.avg_pool2d(self.conv3(x), 2))
        x = x.reshape(x.size(0), -1)
        x = F.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
