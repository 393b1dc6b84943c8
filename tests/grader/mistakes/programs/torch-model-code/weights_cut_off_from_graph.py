# %% Тренировочный лист, зерно (seed) 49517: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "49517", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "49517", "draw": 1, "parameters": {"input": [1, 18, 18], "layers": [{"kind": "conv", "channels": 8, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 41}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 579545b0b189c9e1

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Свёрточная модель: изображения 1 × 18 × 18, число классов: 7."""

    def __init__(self):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, 8, 3), nn.Conv2d(8, 12, 3)
        self.fc1, self.fc2 = nn.Linear(12 * 3 * 3, 41), nn.Linear(41, 7)

    def features(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return x.detach().reshape(x.shape[0], -1)

    def fwd(self, x):
        return self.fc2(F.relu(self.fc1(self.features(x))))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
