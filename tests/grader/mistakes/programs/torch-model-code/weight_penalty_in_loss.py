# %% Practice sheet, seed 104: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "104", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "104", "draw": 1, "parameters": {"input": [3, 20, 20], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 53}, {"kind": "relu"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 6550cb06ecc14a5b

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 20 × 20 images, 8 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, 5)
        self.conv2 = nn.Conv2d(6, 13, 3)
        self.fc1 = nn.Linear(117, 53)
        self.fc2 = nn.Linear(53, 8)
        self.reg = 1e-3

    def fwd(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))

    def loss(self, x, y):
        data_loss = F.cross_entropy(self.fwd(x), y)
        reg_loss = sum((p ** 2).sum() for p in self.parameters() if p.dim() > 1)
        return data_loss + 0.5 * self.reg * reg_loss
