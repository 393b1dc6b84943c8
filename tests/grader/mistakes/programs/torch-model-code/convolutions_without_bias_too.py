# %% Practice sheet, seed 8847: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8847", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "8847", "draw": 1, "parameters": {"input": [1, 29, 33], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 15, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 24, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 32}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 14c870c3564a173d

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 29 × 33 images, 4 classes."""

    def __init__(self):
        super().__init__()
        act = nn.ReLU
        self.body = nn.Sequential(
            nn.Conv2d(1, 5, 5, stride=2, padding=1, bias=False), act(), nn.AvgPool2d(2, 2),
            nn.Conv2d(5, 15, 3, padding=1, bias=False), act(),
            nn.Conv2d(15, 24, 3, padding=1, bias=False), act(), nn.MaxPool2d(2, 2),
        )
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(24 * 3 * 4, 32), act(), nn.Linear(32, 4))

    def fwd(self, x):
        return self.head(self.body(x))

    def loss(self, x, y):
        out = self.fwd(x)
        return -torch.log_softmax(out, -1).gather(-1, y[:, None]).mean()
