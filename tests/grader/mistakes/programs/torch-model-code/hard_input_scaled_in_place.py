# %% Practice sheet, seed 7319: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7319", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "7319", "draw": 1, "parameters": {"input": [3, 33, 42], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 21, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 32}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 35350f445b17e3c0

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 33 × 42 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([
            nn.Conv2d(3, 8, 5, 2, 1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(8, 12, 3, 1, 1),
            nn.ReLU(),
            nn.Conv2d(12, 21, 3, 1, 1),
            nn.ReLU(),
            nn.AvgPool2d(2),
            nn.Flatten(),
            nn.Linear(420, 32),
            nn.ReLU(),
            nn.Linear(32, 7),
        ])

    def fwd(self, x):
        x /= 255.0
        for layer in self.layers:
            x = layer(x)
        return x

    def loss(self, x, y):
        loss_fn = nn.CrossEntropyLoss()
        return loss_fn(self.fwd(x), y)
