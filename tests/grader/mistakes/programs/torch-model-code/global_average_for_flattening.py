# %% Practice sheet, seed 513: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "513", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "513", "draw": 1, "parameters": {"input": [3, 35, 38], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 22, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 36}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 87754bfb59d853f7

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 35 × 38 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 8, 5, 2, 1), nn.ReLU(), nn.MaxPool2d(3, 2))
        self.mid = nn.Sequential(nn.Conv2d(8, 10, 3, padding=1), nn.ReLU(),
                                 nn.Conv2d(10, 22, 3, padding=1), nn.ReLU(),
                                 nn.AvgPool2d(2))
        self.gap = nn.AdaptiveAvgPool2d(1)
        self.fc1 = nn.Linear(22, 36)
        self.fc2 = nn.Linear(36, 11)

    def fwd(self, x):
        x = self.gap(self.mid(self.stem(x))).flatten(1)
        return self.fc2(torch.relu(self.fc1(x)))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
