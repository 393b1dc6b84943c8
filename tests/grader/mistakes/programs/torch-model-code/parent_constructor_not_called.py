# %% Practice sheet, seed 508: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "508", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "508", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 7, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: 55511ccdb86b9a21

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 14 × 14 images, 5 classes."""

    def __init__(self):
        self.conv = nn.Conv2d(1, 7, 3)
        self.pool = nn.MaxPool2d(2)
        self.fc = nn.Linear(252, 5)

    def fwd(self, x):
        x = self.pool(torch.relu(self.conv(x)))
        return self.fc(x.flatten(1))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
