# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "512", "draw": 1, "parameters": {"input": [1, 10, 10], "layers": [{"kind": "conv", "channels": 5, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 801d98ffbc2d896c

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 10 × 10 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.model = nn.Sequential(
            nn.Conv2d(1, 5, 3), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(80, 3))
        self.bce = nn.BCEWithLogitsLoss()

    def fwd(self, x):
        return self.model(x)

    def loss(self, x, y):
        one_hot = torch.eye(3)[y]
        return self.bce(self.fwd(x), one_hot)
