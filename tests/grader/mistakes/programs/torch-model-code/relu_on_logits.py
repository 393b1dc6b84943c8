# %% Practice sheet, seed 7682: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7682", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "7682", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 59}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 84007f2e04b839f0

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 24 × 24 images, 10 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 5, 5)
        self.pool = nn.MaxPool2d(2, 2)
        self.conv2 = nn.Conv2d(5, 12, 5)
        self.fc1 = nn.Linear(12 * 3 * 3, 59)
        self.fc2 = nn.Linear(59, 10)
        self.criterion = nn.CrossEntropyLoss()

    def fwd(self, x):
        x = self.pool(torch.relu(self.conv1(x)))   # 5 x 10 x 10
        x = self.pool(torch.relu(self.conv2(x)))   # 12 x 3 x 3
        x = x.view(x.size(0), -1)
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return x

    def loss(self, x, y):
        return self.criterion(self.fwd(x), y)
