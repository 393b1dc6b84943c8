# %% Practice sheet, seed 2017: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2017", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2017", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 5, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 15, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 20}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: d3128f12d109e76f

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 1 × 14 × 14 images, 6 classes."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 5, 3)
        self.c2 = nn.Conv2d(5, 15, 3)
        self.l1 = nn.Linear(60, 20)
        self.l2 = nn.Linear(20, 6)

    def fwd(self, x):
        for conv in (self.c1, self.c2):
            x = F.max_pool2d(F.relu(conv(x)), 2)
        x = x.view(-1, 60)
        for lin in (self.l1, self.l2):
            x = F.relu(lin(x))
        return x

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
