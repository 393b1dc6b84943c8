# %% Practice sheet, seed 2535: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2535", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "2535", "draw": 1, "parameters": {"input": [1, 31, 40], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 22}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: 32de29d8b5c300c6

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 31 × 40 images, 6 classes."""

    def __init__(self):
        super().__init__()
        self.layers = nn.ModuleList([
            nn.Conv2d(1, 8, 5, 2, 1), nn.ReLU(), nn.MaxPool2d(3, 2),
            nn.Conv2d(8, 11, 3, 1, 1), nn.ReLU(),
            nn.Conv2d(11, 19, 3, 1, 1), nn.ReLU(), nn.AdaptiveAvgPool2d(1),
            nn.Flatten(),
            nn.Linear(19, 22), nn.ReLU(),
            nn.Linear(22, 6),
        ])

    def fwd(self, x):
        out = x
        for layer in self.layers:
            out = layer(out)
        return out

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
