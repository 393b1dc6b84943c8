# %% Practice sheet, seed 2498: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2498", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "2498", "draw": 1, "parameters": {"input": [1, 33, 39], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 27}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: e432ecc8ac8cc61b

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 33 × 39 images, 11 classes."""

    def __init__(self):
        super().__init__()
        act = nn.ReLU
        self.model = nn.Sequential(
            nn.Conv2d(1, 5, 5, stride=2, padding=1), act(), nn.AvgPool2d(2),
            nn.Conv2d(5, 16, 3, padding=1), act(),
            nn.Conv2d(16, 19, 3, padding=1), act(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(19 * 4 * 4, 27), act(), nn.Linear(27, 11))

    def fwd(self, x):
        return self.model(x)

    def loss(self, x, y):
        value = nn.functional.cross_entropy(self.fwd(x), y).item()
        return torch.tensor(value)
