# %% Practice sheet, seed 6857: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6857", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "6857", "draw": 1, "parameters": {"input": [3, 32, 37], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 24, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 37}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 2aac9151a652ad9e

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 3 × 32 × 37 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(3, 7, 5, 2, 1)
        self.c2 = nn.Conv2d(7, 14, 3, 1, 1)
        self.c3 = nn.Conv2d(14, 24, 3, 1, 1)
        self.f1 = nn.Linear(24 * 3 * 4, 37)
        self.f2 = nn.Linear(37, 3)

    def fwd(self, x):
        # ReLU on the pooled maps: the same result with fewer operations
        x = F.relu(F.avg_pool2d(self.c1(x), 3, 2))
        x = F.relu(self.c2(x))
        x = F.relu(F.max_pool2d(self.c3(x), 2, 2))
        x = x.flatten(1)
        x = F.relu(self.f1(x))
        return self.f2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
