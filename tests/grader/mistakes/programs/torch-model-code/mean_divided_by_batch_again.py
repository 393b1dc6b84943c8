# %% Practice sheet, seed 511: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "511", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "511", "draw": 1, "parameters": {"input": [1, 18, 18], "layers": [{"kind": "conv", "channels": 7, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 24}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: d1166faab4457a31

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 1 × 18 × 18 images, 9 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 7, 3)
        self.conv2 = nn.Conv2d(7, 11, 3)
        self.fc1 = nn.Linear(99, 24)
        self.fc2 = nn.Linear(24, 9)

    def fwd(self, x):
        x = F.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = F.max_pool2d(torch.relu(self.conv2(x)), 2)
        x = x.view(x.shape[0], -1)
        return self.fc2(torch.relu(self.fc1(x)))

    def loss(self, x, y):
        batch = x.shape[0]
        return F.cross_entropy(self.fwd(x), y) / batch
