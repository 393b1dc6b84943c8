# %% Practice sheet, seed 508: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "508", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "508", "draw": 1, "parameters": {"input": [3, 18, 18], "layers": [{"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 40}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 3ce9207be1635b7b

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 18 × 18 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, (3, 3))
        self.conv2 = nn.Conv2d(4, 13, (3, 3))
        self.dense1 = nn.Linear(3 * 3 * 13, 40)
        self.dense2 = nn.Linear(40, 3)

    def fwd(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), (2, 2))
        x = F.max_pool2d(F.relu(self.conv2(x)), (2, 2))
        x = x.permute(0, 2, 3, 1).reshape(x.shape[0], -1)
        return self.dense2(F.relu(self.dense1(x)))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
