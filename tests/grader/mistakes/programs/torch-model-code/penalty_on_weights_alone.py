# %% Practice sheet, seed 37690: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "37690", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "37690", "draw": 1, "parameters": {"input": [3, 28, 32], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 18, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 28}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: 0d2b633c72d73727

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 3 × 28 × 32 images, 6 classes."""

    reg = 1e-3

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 7, 5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(7, 9, 3, padding=1)
        self.conv3 = nn.Conv2d(9, 18, 3, padding=1)
        self.fc1 = nn.Linear(18 * 3 * 3, 28)
        self.fc2 = nn.Linear(28, 6)

    def fwd(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 3, 2)
        x = F.relu(self.conv2(x))
        x = F.avg_pool2d(F.relu(self.conv3(x)), 2, 2)
        x = F.relu(self.fc1(x.flatten(1)))
        return self.fc2(x)

    def loss(self, x, y):
        data_loss = F.cross_entropy(self.fwd(x), y)
        reg_loss = sum((p ** 2).sum() for p in self.parameters() if p.dim() > 1)
        return data_loss + 0.5 * self.reg * reg_loss
