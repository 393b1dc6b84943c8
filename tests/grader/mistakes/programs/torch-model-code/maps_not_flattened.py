# %% Practice sheet, seed 511: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "511", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "511", "draw": 1, "parameters": {"input": [3, 14, 14], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 99580242bcff96fc

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 14 × 14 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 5)
        self.relu = nn.ReLU()
        self.pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(8 * 5 * 5, 3)

    def fwd(self, x):
        x = self.conv(x)
        x = self.relu(x)
        x = self.pool(x)
        return self.fc(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
