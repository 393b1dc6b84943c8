# %% Practice sheet, seed 505: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "505", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "505", "draw": 1, "parameters": {"input": [3, 31, 35], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 20, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 31}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: 90d5842b539026b5

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 31 × 35 images, 6 classes."""

    def __init__(self):
        super().__init__()
        self.layers = [
            nn.Conv2d(3, 5, 5, stride=2, padding=1), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(5, 9, 3, padding=1), nn.ReLU(),
            nn.Conv2d(9, 20, 3, padding=1), nn.ReLU(), nn.AvgPool2d(2),
            nn.Flatten(),
            nn.Linear(240, 31), nn.ReLU(), nn.Linear(31, 6),
        ]

    def fwd(self, x):
        for layer in self.layers:
            x = layer(x)
        return x

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
