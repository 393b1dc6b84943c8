# %% Practice sheet, seed 503: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "503", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "503", "draw": 1, "parameters": {"input": [1, 35, 42], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 27}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: b9d3ac8586983564

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 35 × 42 images, 10 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv2d(1, 5, kernel_size=5, stride=2, padding=1), nn.ReLU(),
            nn.AvgPool2d(kernel_size=3),
            nn.Conv2d(5, 12, kernel_size=3, padding=1), nn.ReLU(),
            nn.Conv2d(12, 19, kernel_size=3, padding=1), nn.ReLU(),
            nn.MaxPool2d(kernel_size=2))
        with torch.no_grad():
            size = self.conv(torch.zeros(1, 1, 35, 42)).numel()
        self.fc = nn.Sequential(nn.Linear(size, 27), nn.ReLU(), nn.Linear(27, 10))

    def fwd(self, x):
        z = self.conv(x)
        return self.fc(z.view(z.size(0), -1))

    def loss(self, x, y):
        return nn.CrossEntropyLoss()(self.fwd(x), y)
