# %% Practice sheet, seed 7029: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7029", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "7029", "draw": 1, "parameters": {"input": [1, 10, 10], "layers": [{"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 80ab2e390d9a00fc

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Convolutional model: 1 × 10 × 10 images, 8 classes."""

    def __init__(self):
        super(ConvModel, self).__init__()
        self.net = nn.Sequential(
            nn.Conv2d(1, 9, kernel_size=3),
            nn.ReLU(),
            nn.MaxPool2d(2, 2),
            nn.Flatten(),
            nn.Linear(144, 8),
        )

    def fwd(self, x):
        return self.net(x)

    def loss(self, x, y):
        logits = self.fwd(x)
        return F.nll_loss(F.softmax(logits, dim=1), y)
