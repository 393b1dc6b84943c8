# %% Practice sheet, seed 7318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7318", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "7318", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 21}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: 52593fc5b21b03cc

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

from torch.nn import functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 24 × 24 images, 9 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 7, 5)
        self.conv2 = nn.Conv2d(7, 12, 5)
        self.fc1 = nn.Linear(12 * 3 * 3, 21)
        self.fc2 = nn.Linear(21, 9)
        self.criterion = nn.CrossEntropyLoss()

    def fwd(self, x):
        h = F.max_pool2d(F.relu(self.conv1(x)), 2)
        h = F.max_pool2d(F.relu(self.conv2(h)), 2)
        h = torch.flatten(h, 1)
        h = F.relu(self.fc1(h))
        h = F.relu(self.fc2(h))
        return h

    def loss(self, x, y):
        logits = self.fwd(x)
        return self.criterion(logits, y)
