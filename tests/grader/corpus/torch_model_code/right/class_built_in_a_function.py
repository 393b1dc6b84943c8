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

def make_model(channels, classes, flat):
    class Net(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(3, channels, 5)
            self.fc = nn.Linear(flat, classes)

        def fwd(self, x, verbose=False):
            h = torch.relu(self.conv(x))
            h = nn.functional.max_pool2d(h, 2)
            if verbose:
                print(h.shape)
            return self.fc(h.flatten(1))

        def loss(self, x, y, reduction="mean"):
            return nn.functional.cross_entropy(self.fwd(x), y, reduction=reduction)

    return Net


ConvModel = make_model(6, 4, 216)
