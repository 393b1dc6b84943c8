# %% Practice sheet, seed 85204: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "85204", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "85204", "draw": 1, "parameters": {"input": [3, 16, 16], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: 70586203d0433f20

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 3 × 16 × 16 images, 9 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, 5)       # 16 -> 12
        self.pool = nn.MaxPool2d(2, 2)        # 12 -> 6 -> 3
        self.fc1 = nn.Linear(8 * 3 * 3, 9)

    def fwd(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = x.view(-1, 8 * 3 * 3)
        x = self.fc1(x)
        return x

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
