# %% Practice sheet, seed 2239: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2239", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2239", "draw": 1, "parameters": {"input": [1, 24, 24], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 56}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: 858a3fae211f8549

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 1 × 24 × 24 images, 9 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 5)
        self.conv2 = nn.Conv2d(8, 11, 3)
        self.fc1 = nn.Linear(11 * 4 * 4, 56)
        self.fc2 = nn.Linear(56, 9)

    def fwd(self, x):
        x = F.max_pool2d(self.conv1(x).relu(), 2)
        x = F.max_pool2d(self.conv2(x).relu(), 2)
        return self.fc2(self.fc1(x.flatten(1)).relu())

    def loss(self, x, y):
        batch_size = x.shape[0]
        return F.cross_entropy(self.fwd(x), y) / batch_size
