# %% Тренировочный лист, зерно (seed) 2128: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "2128", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2128", "draw": 1, "parameters": {"input": [3, 22, 22], "layers": [{"kind": "conv", "channels": 6, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 27}, {"kind": "relu"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: 8489efee8e0292cc

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Module):
    """Свёрточная модель: изображения 3 × 22 × 22, число классов: 12."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(3, 6, 3, padding='same'), nn.ReLU(), nn.MaxPool2d(2),     # 11
            nn.Conv2d(6, 14, 5, padding='same'), nn.ReLU(), nn.MaxPool2d(2),    # 5
        )
        self.head = nn.Sequential(
            nn.Flatten(), nn.Linear(14 * 5 * 5, 27), nn.ReLU(), nn.Linear(27, 12)
        )

    def fwd(self, x):
        return self.head(self.body(x))

    def loss(self, x, y):
        return nn.CrossEntropyLoss()(self.fwd(x), y)
