# %% Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "11", "draw": 1, "parameters": {"input": [1, 16, 16], "layers": [{"kind": "conv", "channels": 9, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: f094e229af7c4f0e

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 16 × 16 images, 4 classes."""

    def __init__(self):
        self.conv1 = nn.Conv2d(1, 9, 5)
        self.relu = nn.ReLU()
        self.pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(324, 4)

    def fwd(self, x):
        x = self.pool(self.relu(self.conv1(x)))
        return self.fc(x.flatten(1))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
