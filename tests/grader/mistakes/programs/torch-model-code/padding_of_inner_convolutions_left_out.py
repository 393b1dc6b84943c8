# %% Practice sheet, seed 504: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "504", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "504", "draw": 1, "parameters": {"input": [1, 34, 42], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 28}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: 0bc43e94b3aff93a

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 1 × 34 × 42 images, 6 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 5, stride=2, padding=1)   # 16 x 20
        self.pool1 = nn.AvgPool2d(3, stride=2)                 # 7 x 9
        self.conv2 = nn.Conv2d(4, 14, 3)                       # 5 x 7
        self.conv3 = nn.Conv2d(14, 19, 3)                      # 3 x 5
        self.pool2 = nn.MaxPool2d(2, stride=2)                 # 1 x 2
        self.fc1 = nn.Linear(19 * 1 * 2, 28)
        self.fc2 = nn.Linear(28, 6)

    def fwd(self, x):
        x = self.pool1(F.relu(self.conv1(x)))
        x = F.relu(self.conv2(x))
        x = self.pool2(F.relu(self.conv3(x)))
        x = F.relu(self.fc1(torch.flatten(x, 1)))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
