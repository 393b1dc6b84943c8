# %% Practice sheet, seed 2572: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2572", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "2572", "draw": 1, "parameters": {"input": [1, 35, 43], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 18, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 34}, {"kind": "relu"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: d73f949778622ce4

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 35 × 43 images, 5 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5, stride=2, padding=1)
        self.pool1 = nn.AvgPool2d(3, stride=2)
        self.conv2 = nn.Conv2d(6, 11, 3, padding=1)
        self.conv3 = nn.Conv2d(11, 18, 3, padding=1)
        self.pool2 = nn.MaxPool2d(2, stride=2)
        self.fc1 = nn.LazyLinear(34)
        self.fc2 = nn.Linear(34, 5)

    def fwd(self, x):
        x = self.pool1(self.conv1(x).relu())
        x = self.conv2(x).relu()
        x = self.pool2(self.conv3(x).relu())
        return self.fc2(self.fc1(x.flatten(1)).relu())

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
