# %% Practice sheet, seed 2313: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2313", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "2313", "draw": 1, "parameters": {"input": [3, 30, 37], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 21, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 38}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 3163acc092617584

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 30 × 37 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 4, 5, 2, 1), nn.ReLU(), nn.AvgPool2d(3))
        self.block = nn.Sequential(
            nn.Conv2d(4, 14, 3, 1, 1), nn.ReLU(),
            nn.Conv2d(14, 21, 3, 1, 1), nn.ReLU(),
            nn.MaxPool2d(2))
        with torch.no_grad():
            n = self.block(self.stem(torch.zeros(1, 3, 30, 37))).numel()
        self.fc1 = nn.Linear(n, 38)
        self.fc2 = nn.Linear(38, 11)

    def fwd(self, x):
        x = self.block(self.stem(x))
        return self.fc2(torch.relu(self.fc1(x.flatten(1))))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
