# %% Practice sheet, seed 506: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "506", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "506", "draw": 1, "parameters": {"input": [1, 29, 34], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 18, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 27}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 840eb052d10064e4

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 29 × 34 images, 7 classes."""

    def __init__(self):
        super().__init__()
        layers = [
            nn.Conv2d(1, 4, 5, stride=2), nn.ReLU(), nn.AvgPool2d(3, 2),
            nn.Conv2d(4, 12, 3, padding=1), nn.ReLU(),
            nn.Conv2d(12, 18, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2, 2),
            nn.Flatten(), nn.Linear(162, 27), nn.ReLU(), nn.Linear(27, 7),
        ]
        self.model = nn.Sequential(*layers)

    def fwd(self, x):
        return self.model(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.model(x), y)
