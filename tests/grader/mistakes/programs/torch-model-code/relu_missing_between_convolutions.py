# %% Practice sheet, seed 501: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "501", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "501", "draw": 1, "parameters": {"input": [1, 28, 37], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 20, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 37}, {"kind": "relu"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: 39b94f95cfef35a5

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 28 × 37 images, 5 classes."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 7, 5, stride=2, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(3, stride=2),
            nn.Conv2d(7, 10, 3, padding=1),
            nn.Conv2d(10, 20, 3, padding=1),
            nn.ReLU(),
            nn.AvgPool2d(2),
        )
        self.head = nn.Sequential(
            nn.Flatten(),
            nn.Linear(20 * 3 * 4, 37),
            nn.ReLU(),
            nn.Linear(37, 5),
        )

    def fwd(self, x):
        return self.head(self.body(x))

    def loss(self, x, y):
        return nn.CrossEntropyLoss()(self.fwd(x), y)
