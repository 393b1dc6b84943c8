# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "11", "draw": 1, "parameters": {"input": [3, 32, 38], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 22, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 20}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 3f54f359028e4b1d

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 3 × 32 × 38 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(8, 16, 3, padding=1)
        self.conv3 = nn.Conv2d(16, 22, 3, padding=1)
        self.pool = nn.MaxPool2d(2, 2)
        # 32 x 38 -> 15 x 18 -> 7 x 9 -> 3 x 4
        self.fc1 = nn.Linear(22 * 3 * 4, 20)
        self.fc2 = nn.Linear(20, 7)

    def fwd(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = F.relu(self.conv2(x))
        x = self.pool(F.relu(self.conv3(x)))
        x = torch.flatten(x, 1)
        return self.fc2(F.relu(self.fc1(x)))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
