# %% Practice sheet, seed 2202: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2202", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2202", "draw": 1, "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 43}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 5941e9869af21735

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 28 × 28 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, 5)
        self.conv2 = nn.Conv2d(5, 10, 5)
        self.pool = nn.MaxPool2d(2)
        self.relu = nn.ReLU()
        self.out = nn.Linear(43, 3)

    def fwd(self, x):
        x = self.pool(self.relu(self.conv1(x)))
        x = self.pool(self.relu(self.conv2(x)))
        x = torch.flatten(x, 1)
        fc = nn.Linear(x.shape[1], 43)
        x = self.relu(fc(x))
        return self.out(x)

    def loss(self, x, y):
        return nn.CrossEntropyLoss()(self.fwd(x), y)
