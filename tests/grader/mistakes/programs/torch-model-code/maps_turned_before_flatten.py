# %% Practice sheet, seed 61447: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "61447", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "61447", "draw": 1, "parameters": {"input": [1, 29, 37], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 24, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 22}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 446437833fd08289

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 29 × 37 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.trunk = nn.Sequential(
            nn.Conv2d(1, 8, 5, stride=2, padding=1), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(8, 16, 3, padding=1), nn.ReLU(),
            nn.Conv2d(16, 24, 3, padding=1), nn.ReLU(), nn.AvgPool2d(2),
        )
        self.fc1 = nn.Linear(24 * 3 * 4, 22)
        self.fc2 = nn.Linear(22, 3)

    def fwd(self, x):
        tokens = self.trunk(x).flatten(2).transpose(1, 2)     # N, positions, channels
        return self.fc2(torch.relu(self.fc1(tokens.flatten(1))))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
