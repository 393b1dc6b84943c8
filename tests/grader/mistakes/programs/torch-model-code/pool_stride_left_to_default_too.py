# %% Practice sheet, seed 1863: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1863", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "1863", "draw": 1, "parameters": {"input": [3, 35, 40], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 18, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 31}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 0c080de743dbb9df

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 3 × 35 × 40 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 5, 5, stride=2, padding=1)     # 17 x 19
        self.pool1 = nn.MaxPool2d(3)                # 5 x 6
        self.conv2 = nn.Conv2d(5, 16, 3, padding=1)
        self.conv3 = nn.Conv2d(16, 18, 3, padding=1)
        self.pool2 = nn.AvgPool2d(2)                             # 2 x 3
        self.fc1 = nn.Linear(18 * 2 * 3, 31)
        self.fc2 = nn.Linear(31, 3)

    def fwd(self, x):
        x = self.pool1(F.relu(self.conv1(x)))
        x = F.relu(self.conv2(x))
        x = self.pool2(F.relu(self.conv3(x)))
        x = F.relu(self.fc1(torch.flatten(x, 1)))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
