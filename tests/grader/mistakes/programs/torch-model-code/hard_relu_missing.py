# %% Practice sheet, seed 7319: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7319", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "7319", "draw": 1, "parameters": {"input": [3, 33, 42], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 21, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 32}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 35350f445b17e3c0

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 33 × 42 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(3, 8, 5, stride=2, padding=1)
        self.c2 = nn.Conv2d(8, 12, 3, padding=1)
        self.c3 = nn.Conv2d(12, 21, 3, padding=1)
        self.f1 = nn.Linear(21 * 4 * 5, 32)
        self.f2 = nn.Linear(32, 7)

    def fwd(self, x):
        x = F.relu(self.c1(x))
        x = F.max_pool2d(x, 2, 2)
        x = F.relu(self.c2(x))
        x = self.c3(x)
        x = F.avg_pool2d(x, 2, 2)
        x = x.flatten(start_dim=1)
        x = F.relu(self.f1(x))
        return self.f2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
