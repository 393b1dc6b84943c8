# %% Тренировочный лист, зерно (seed) 3123: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "3123", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "3123", "draw": 1, "parameters": {"input": [1, 31, 38], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 37}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: 535940722b7eca1f

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Свёрточная модель: изображения 1 × 31 × 38, число классов: 9."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, 5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(5, 14, 3, padding=1)
        self.conv3 = nn.Conv2d(14, 19, 3, padding=1)
        self.fc1 = nn.Linear(19 * 4 * 3, 37)
        self.fc2 = nn.Linear(37, 9)

    def fwd(self, x):
        x = x.permute(0, 1, 3, 2)        # width first
        x = F.avg_pool2d(F.relu(self.conv1(x)), 2)
        x = F.relu(self.conv2(x))
        x = F.relu(self.conv3(x))
        x = F.max_pool2d(x, 2)
        x = x.flatten(1)
        x = F.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
