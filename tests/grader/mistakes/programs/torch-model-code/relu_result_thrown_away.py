# %% Practice sheet, seed 514: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "514", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "514", "draw": 1, "parameters": {"input": [3, 32, 39], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 24, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 28}, {"kind": "relu"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 0a78ec6d1b5afd88

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 32 × 39 images, 8 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, kernel_size=5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(6, 10, kernel_size=3, padding=1)
        self.conv3 = nn.Conv2d(10, 24, kernel_size=3, padding=1)
        self.fc1 = nn.Linear(288, 28)
        self.fc2 = nn.Linear(28, 8)

    def fwd(self, x):
        x = self.conv1(x)
        x = F.relu(x)
        x = F.avg_pool2d(x, 2)
        x = self.conv2(x)
        F.relu(x)
        x = self.conv3(x)
        x = F.relu(x)
        x = F.max_pool2d(x, 2)
        x = x.flatten(1)
        x = F.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
