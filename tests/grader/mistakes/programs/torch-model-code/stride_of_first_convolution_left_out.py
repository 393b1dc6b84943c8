# %% Practice sheet, seed 509: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "509", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "509", "draw": 1, "parameters": {"input": [3, 28, 36], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 22, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 25}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 283b4d644a430571

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 28 × 36 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 8, kernel_size=5, padding=1),
            nn.ReLU(inplace=True),
            nn.MaxPool2d(2, 2),
            nn.Conv2d(8, 11, kernel_size=3, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(11, 22, kernel_size=3, padding=1),
            nn.ReLU(inplace=True),
            nn.AvgPool2d(2, 2),
        )
        self.fc1 = nn.Linear(22 * 6 * 8, 25)
        self.fc2 = nn.Linear(25, 3)

    def fwd(self, x):
        x = self.features(x)
        x = x.view(x.size(0), -1)
        return self.fc2(nn.functional.relu(self.fc1(x)))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
