# %% Practice sheet, seed 503: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "503", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "503", "draw": 1, "parameters": {"input": [1, 12, 12], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 9e24bfee6c560cb0

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 12 × 12 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 4, 5)
        self.relu = nn.ReLU()
        self.pool = nn.MaxPool2d(2, 2)
        self.out = nn.Linear(64, 7)
        self.softmax = nn.Softmax(dim=1)
        self.nll = nn.NLLLoss()

    def fwd(self, x):
        x = self.pool(self.relu(self.conv(x)))
        return self.out(x.reshape(x.shape[0], 64))

    def loss(self, x, y):
        return self.nll(self.softmax(self.fwd(x)), y)
