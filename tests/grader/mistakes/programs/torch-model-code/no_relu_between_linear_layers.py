# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "11", "draw": 1, "parameters": {"input": [1, 18, 18], "layers": [{"kind": "conv", "channels": 8, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 44}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: 462a8c9fcbc322d1

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 1 × 18 × 18 images, 6 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 3)
        self.conv2 = nn.Conv2d(8, 9, 3)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(9 * 3 * 3, 44)
        self.fc2 = nn.Linear(44, 6)

    def fwd(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = self.pool(F.relu(self.conv2(x)))
        x = x.flatten(start_dim=1)
        x = self.fc1(x)
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
