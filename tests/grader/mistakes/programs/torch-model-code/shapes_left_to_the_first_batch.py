# %% Practice sheet, seed 7750: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7750", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "7750", "draw": 1, "parameters": {"input": [3, 33, 39], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 15, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 18, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 33}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 52ed0355928b099c

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 33 × 39 images, 4 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 5, 5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(5, 15, 3, padding=1)
        self.conv3 = nn.Conv2d(15, 18, 3, padding=1)
        self.avg = nn.AvgPool2d(2)
        self.max = nn.MaxPool2d(2)
        self.fc1 = nn.LazyLinear(33)
        self.fc2 = nn.Linear(33, 4)

    def fwd(self, x):
        x = self.avg(self.conv1(x).relu())
        x = self.conv2(x).relu()
        x = self.max(self.conv3(x).relu())
        x = self.fc1(x.flatten(1)).relu()
        return self.fc2(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y, reduction="mean")
