# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 50}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 1560bc2d4d6c04f7

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 1 × 20 × 20 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 5, 5)
        self.c2 = nn.Conv2d(5, 12, 3)
        self.l1 = nn.Linear(12 * 3 * 3, 50)
        self.l2 = nn.Linear(50, 11)

    def fwd(self, x):
        x = F.max_pool2d(F.relu(self.c1(x)), 2)
        x = F.max_pool2d(F.relu(self.c2(x)), 2)
        x = F.relu(self.l1(torch.flatten(x, start_dim=1)))
        return self.l2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y, reduction="sum")
