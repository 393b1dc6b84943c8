# %% Practice sheet, seed 506: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "506", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "506", "draw": 1, "parameters": {"input": [1, 10, 10], "layers": [{"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: c3ad5dacb5c5a88e

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 1 × 10 × 10 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 3, padding=1)
        self.fc = nn.Linear(4 * 5 * 5, 7)

    def fwd(self, x):
        a = F.max_pool2d(F.relu(self.conv(x)), 2)
        return self.fc(a.flatten(1))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
