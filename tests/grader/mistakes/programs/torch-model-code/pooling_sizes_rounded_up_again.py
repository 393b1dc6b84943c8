# %% Practice sheet, seed 2350: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2350", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "2350", "draw": 1, "parameters": {"input": [3, 30, 37], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 17, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 30}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: c56c55fda9101630

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 30 × 37 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 5, 5, stride=2, padding=1)
        self.pool1 = nn.MaxPool2d(3, 2, ceil_mode=True)
        self.conv2 = nn.Conv2d(5, 12, 3, padding=1)
        self.conv3 = nn.Conv2d(12, 17, 3, padding=1)
        self.pool2 = nn.AvgPool2d(2, 2, ceil_mode=True)
        # 14 x 18, 7 x 9, 4 x 5
        self.fc1 = nn.Linear(17 * 4 * 5, 30)
        self.fc2 = nn.Linear(30, 11)
        self.relu = nn.ReLU()

    def fwd(self, x):
        x = self.pool1(self.relu(self.conv1(x)))
        x = self.relu(self.conv2(x))
        x = self.pool2(self.relu(self.conv3(x)))
        x = self.relu(self.fc1(x.flatten(1)))
        return self.fc2(x)

    def loss(self, x, y):
        return nn.CrossEntropyLoss()(self.fwd(x), y)
