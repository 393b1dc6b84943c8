# %% Practice sheet, seed 7317: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7317", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "7317", "draw": 1, "parameters": {"input": [3, 14, 14], "layers": [{"kind": "conv", "channels": 5, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: fbab91e351ac9753

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 14 × 14 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 5, 3)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(5 * 6 * 6, 3)

    def fwd(self, x):
        x = self.pool(F.relu(self.conv1(x)))
        x = x.permute(0, 2, 3, 1).reshape(x.shape[0], -1)
        return self.fc1(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
