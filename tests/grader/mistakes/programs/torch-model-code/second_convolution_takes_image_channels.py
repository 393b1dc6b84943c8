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

class ConvModel(nn.Module):
    """Convolutional model: 1 × 14 × 14 images, 6 classes."""

    def __init__(self, channels=1, classes=6):
        super().__init__()
        self.conv1 = nn.Conv2d(channels, 5, 3)
        self.conv2 = nn.Conv2d(channels, 15, 3)
        self.dense1 = nn.Linear(15 * 2 * 2, 20)
        self.dense2 = nn.Linear(20, classes)
        self.pool = nn.MaxPool2d(2)

    def fwd(self, x):
        x = self.pool(torch.relu(self.conv1(x)))
        x = self.pool(torch.relu(self.conv2(x)))
        return self.dense2(torch.relu(self.dense1(torch.flatten(x, 1))))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
