# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "101", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: ab61bb0284b74431

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 14 × 14 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 7, 5)
        self.relu = nn.ReLU()
        self.pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(7 * 5 * 5, 10)

    def fwd(self, x):
        out = self.pool(self.relu(self.conv(x)))
        out = out.view(out.size(0), -1)
        return self.fc(out)

    def loss(self, x, y):
        return nn.CrossEntropyLoss()(self.fwd(x), y)
