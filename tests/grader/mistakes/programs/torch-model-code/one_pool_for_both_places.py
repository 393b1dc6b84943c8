# %% Practice sheet, seed 508: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "508", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "508", "draw": 1, "parameters": {"input": [3, 30, 38], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 17, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 26}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 533f4d5471400cd9

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 30 × 38 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.pool = nn.AvgPool2d(3, 2)
        self.conv1 = nn.Conv2d(3, 6, 5, 2, 1)
        self.conv2 = nn.Conv2d(6, 9, 3, 1, 1)
        self.conv3 = nn.Conv2d(9, 17, 3, 1, 1)
        self.fc1 = nn.Linear(17 * 2 * 3, 26)
        self.fc2 = nn.Linear(26, 11)
        self.relu = nn.ReLU()

    def fwd(self, x):
        x = self.pool(self.relu(self.conv1(x)))    # 6 x 8
        x = self.relu(self.conv2(x))
        x = self.pool(self.relu(self.conv3(x)))    # 2 x 3
        x = x.reshape(x.size(0), -1)
        return self.fc2(self.relu(self.fc1(x)))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
