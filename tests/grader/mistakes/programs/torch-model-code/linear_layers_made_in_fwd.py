# %% Practice sheet, seed 17841: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "17841", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "17841", "draw": 1, "parameters": {"input": [3, 18, 18], "layers": [{"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 15, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 44}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 1d4214fdb10ad0b1

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 3 × 18 × 18 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 3)
        self.conv2 = nn.Conv2d(4, 15, 5)

    def fwd(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        x = x.flatten(1)
        fc1 = nn.Linear(x.shape[1], 44).to(x.dtype)
        fc2 = nn.Linear(44, 7).to(x.dtype)
        return fc2(F.relu(fc1(x)))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
