# %% Practice sheet, seed 1234: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1234", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "1234", "draw": 1, "parameters": {"input": [1, 33, 37], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 18, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 31}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: df6589a011ca6b14

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 33 × 37 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(1, 8, 5, stride=2, padding=1),        # 8 x 16 x 18
            nn.ReLU(),
            nn.MaxPool2d(2, 2, ceil_mode=True),          # 8 x 8 x 9
            nn.Conv2d(8, 16, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(16, 18, 3, padding=1),
            nn.ReLU(),
            nn.AvgPool2d(2, 2, ceil_mode=True),          # 18 x 4 x 5
            nn.Flatten(),
            nn.Linear(18 * 4 * 5, 31),
            nn.ReLU(),
            nn.Linear(31, 3),
        )

    def fwd(self, x):
        return self.net(x)

    def loss(self, x, y):
        return nn.CrossEntropyLoss()(self.net(x), y)
