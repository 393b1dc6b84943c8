# %% Practice sheet, seed 13933: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "13933", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "13933", "draw": 1, "parameters": {"input": [3, 32, 38], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 23, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 24}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: abf3175959f49e45

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 3 × 32 × 38 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv = {
            1: nn.Conv2d(3, 7, 5, stride=2, padding=1),
            2: nn.Conv2d(7, 13, 3, padding=1),
            3: nn.Conv2d(13, 23, 3, padding=1),
        }
        self.fc1 = nn.Linear(23 * 3 * 4, 24)
        self.fc2 = nn.Linear(24, 11)

    def fwd(self, x):
        x = F.max_pool2d(F.relu(self.conv[1](x)), 2)
        x = F.relu(self.conv[2](x))
        x = F.avg_pool2d(F.relu(self.conv[3](x)), 2)
        x = x.flatten(1)
        return self.fc2(F.relu(self.fc1(x)))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
