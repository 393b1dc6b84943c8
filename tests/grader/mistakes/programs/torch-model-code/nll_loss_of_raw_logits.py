# %% Practice sheet, seed 1832: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1832", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "1832", "draw": 1, "parameters": {"input": [3, 12, 12], "layers": [{"kind": "conv", "channels": 8, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 9c9fb2f89c0a9da8

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 12 × 12 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(3, 8, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(8 * 5 * 5, 7),
        )
        self.criterion = nn.NLLLoss()

    def fwd(self, x):
        return self.net(x)

    def loss(self, x, y):
        return self.criterion(self.fwd(x), y)
