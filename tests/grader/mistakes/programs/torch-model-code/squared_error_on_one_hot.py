# %% Practice sheet, seed 2165: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2165", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2165", "draw": 1, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 37}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 3b0c5b353e150f93

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 20 × 20 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.seq = nn.Sequential(
            nn.Conv2d(1, 4, 5), nn.ReLU(), nn.MaxPool2d(2, 2),
            nn.Conv2d(4, 10, 5), nn.ReLU(), nn.MaxPool2d(2, 2),
            nn.Flatten(),
            nn.Linear(10 * 2 * 2, 37), nn.ReLU(),
            nn.Linear(37, 3),
        )

    def fwd(self, x):
        return self.seq(x)

    def loss(self, x, y):
        probs = self.fwd(x).softmax(dim=1)
        goal = torch.eye(3, dtype=probs.dtype)[y]
        return ((probs - goal) ** 2).mean()
