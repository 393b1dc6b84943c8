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
        self.conv1 = nn.Conv2d(1, 8, kernel_size=5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(8, 9, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(9, 17, kernel_size=3, padding=1)
        self.avgpool = nn.AvgPool2d(3, 2)
        self.maxpool = nn.MaxPool2d(2)
        self.relu = nn.ReLU()
        self.fc1 = nn.Linear(17 * 4 * 4, 34)
        self.fc2 = nn.Linear(34, 5)
        self.loss = nn.CrossEntropyLoss()

    def fwd(self, x):
        x = self.avgpool(self.relu(self.conv1(x)))
        x = self.relu(self.conv2(x))
        x = self.maxpool(self.relu(self.conv3(x)))
        x = x.view(-1, 17 * 4 * 4)
        x = self.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return self.loss(self.fwd(x), y)
