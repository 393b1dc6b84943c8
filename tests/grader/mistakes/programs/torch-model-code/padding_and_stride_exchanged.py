# %% Practice sheet, seed 511: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "511", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "511", "draw": 1, "parameters": {"input": [1, 34, 38], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 24}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 7cc020c22767a9e5

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 1 × 34 × 38 images, 4 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 7, 5, 1, 2)
        self.conv2 = nn.Conv2d(7, 14, 3, 1, 1)
        self.conv3 = nn.Conv2d(14, 19, 3, 1, 1)
        self.fc1 = nn.Linear(19 * 8 * 9, 24)
        self.fc2 = nn.Linear(24, 4)

    def fwd(self, x):
        x = F.avg_pool2d(F.relu(self.conv1(x)), 3, 2)
        x = F.relu(self.conv2(x))
        x = F.max_pool2d(F.relu(self.conv3(x)), 2, 2)
        x = F.relu(self.fc1(torch.flatten(x, 1)))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
