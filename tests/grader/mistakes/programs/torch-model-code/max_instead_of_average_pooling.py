# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"input": [1, 35, 42], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 17, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 27}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: f70af1297491bd7c

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 35 × 42 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 5, 2, 1)
        self.conv2 = nn.Conv2d(8, 9, 3, 1, 1)
        self.conv3 = nn.Conv2d(9, 17, 3, 1, 1)
        self.pool = nn.MaxPool2d(2, 2)
        self.relu = nn.ReLU()
        self.fc1 = nn.Linear(17 * 4 * 5, 27)
        self.fc2 = nn.Linear(27, 11)

    def fwd(self, x):
        x = self.pool(self.relu(self.conv1(x)))
        x = self.relu(self.conv2(x))
        x = self.pool(self.relu(self.conv3(x)))
        x = x.flatten(1)
        return self.fc2(self.relu(self.fc1(x)))

    def loss(self, x, y):
        loss_fn = nn.CrossEntropyLoss(reduction="mean")
        return loss_fn(self.fwd(x), y)
