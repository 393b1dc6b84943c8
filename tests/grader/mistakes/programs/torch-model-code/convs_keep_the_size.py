# %% Practice sheet, seed 25760: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "25760", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "25760", "draw": 1, "parameters": {"input": [3, 28, 28], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 51}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: 3ccec610908b0af5

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 28 × 28 images, 9 classes."""

    def __init__(self):
        super().__init__()
        def block(cin, cout):
            return nn.Sequential(nn.Conv2d(cin, cout, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2))
        self.b1 = block(3, 7)
        self.b2 = block(7, 12)
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(12 * 7 * 7, 51), nn.ReLU(), nn.Linear(51, 9))

    def fwd(self, x):
        return self.head(self.b2(self.b1(x)))

    def loss(self, x, y):
        return nn.CrossEntropyLoss()(self.fwd(x), y)
