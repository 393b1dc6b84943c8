# %% Practice sheet, seed 4216: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4216", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "4216", "draw": 1, "parameters": {"input": [1, 16, 16], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: a121ec30d9b8be94

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 1 × 16 × 16 images, 9 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 8, (5, 5))
        self.out = nn.Linear(8 * 6 * 6, 9)

    def fwd(self, x):
        x = F.relu(self.conv(x))
        x = F.max_pool2d(x, kernel_size=2, stride=2)
        x = x.reshape(-1, 8 * 6 * 6)
        x = self.out(x)
        return x.squeeze()     # (N, 9)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
