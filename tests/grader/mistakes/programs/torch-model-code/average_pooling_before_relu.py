# %% Practice sheet, seed 510: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "510", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "510", "draw": 1, "parameters": {"input": [3, 35, 43], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 24}, {"kind": "relu"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: 58f29e45bc3106f2

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 35 × 43 images, 5 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(4, 16, 3, padding=1)
        self.conv3 = nn.Conv2d(16, 19, 3, padding=1)
        self.fc1 = nn.Linear(19 * 4 * 5, 24)
        self.fc2 = nn.Linear(24, 5)

    def fwd(self, x):
        x = F.relu(F.avg_pool2d(self.conv1(x), 3, stride=2))
        x = F.relu(self.conv2(x))
        x = F.relu(F.max_pool2d(self.conv3(x), 2))
        x = F.relu(self.fc1(x.flatten(1)))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
