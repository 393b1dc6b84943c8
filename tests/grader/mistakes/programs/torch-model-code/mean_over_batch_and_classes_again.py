# %% Practice sheet, seed 2202: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2202", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2202", "draw": 1, "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 43}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 5941e9869af21735

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 1 × 28 × 28 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, 5)
        self.conv2 = nn.Conv2d(5, 10, 5)
        self.fc1 = nn.Linear(160, 43)
        self.fc2 = nn.Linear(43, 3)

    def fwd(self, x):
        x = F.relu(F.max_pool2d(self.conv1(x), 2))
        x = F.relu(F.max_pool2d(self.conv2(x), 2))
        x = x.view(-1, 160)
        x = F.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        targets = F.one_hot(y, num_classes=3).float()
        preds = F.log_softmax(self.fwd(x), dim=1)
        return -torch.mean(preds * targets)
