# %% Practice sheet, seed 6148: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6148", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "6148", "draw": 1, "parameters": {"input": [3, 18, 18], "layers": [{"kind": "conv", "channels": 6, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 32}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 041a5051d5906655

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 18 × 18 images, 10 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 3)
        self.conv2 = nn.Conv2d(6, 13, 3)
        self.fc1 = nn.Linear(13 * 3 * 3, 32)
        self.fc2 = nn.Linear(32, 10)
        self.mp = nn.MaxPool2d(2, 2)
        self.ce = nn.CrossEntropyLoss()

    def fwd(self, x):
        h1 = self.mp(torch.relu(self.conv1(x)))
        h2 = self.mp(torch.relu(self.conv2(h1)))
        h3 = torch.relu(self.fc1(torch.flatten(h2, 1)))
        return self.fc2(h3)

    def loss(self, x, y):
        data_loss = self.ce(self.fwd(x), y)
        weights = [self.conv1.weight, self.conv2.weight, self.fc1.weight, self.fc2.weight]
        reg_loss = 0.5 * 1e-3 * sum((w ** 2).sum() for w in weights)
        return data_loss + reg_loss
