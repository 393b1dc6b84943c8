# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 30}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 119021af14c36dc3

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 28 × 28 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 13, 5)
        self.fc1 = nn.Linear(13 * 4 * 4, 30)
        self.fc2 = nn.Linear(30, 11)
        self.criterion = nn.CrossEntropyLoss()

    def fwd(self, x):
        h = nn.functional.max_pool2d(torch.relu(self.conv1(x)), 2)
        h = nn.functional.max_pool2d(torch.relu(self.conv2(h)), 2)
        h = h.flatten(start_dim=1)
        h = self.fc1(h)
        return self.fc2(h)

    def loss(self, x, y):
        return self.criterion(self.fwd(x), y)
