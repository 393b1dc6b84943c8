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

import torch.nn.functional as F

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 6, 5)
        self.fc = nn.Linear(216, 4)

    def fwd(self, x):
        return self.fc(F.max_pool2d(F.relu(self.conv(x)), 2).flatten(1))

    def loss(self, x, y):
        total = 0.0
        for s, t in zip(self.fwd(x), y):
            total += F.cross_entropy(s[None], t[None]).item()
        return torch.tensor(total / len(y), requires_grad=True)
