# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"input": [3, 18, 18], "layers": [{"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 47}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 3cb77afce1821d56

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 18 × 18 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv_a = nn.Conv2d(3, 4, 3)
        self.conv_b = nn.Conv2d(4, 10, 5)
        self.pool = nn.MaxPool2d(2, 2)
        self.hidden = nn.Linear(10 * 2 * 2, 47)
        self.out = nn.Linear(47, 11)

    def fwd(self, x):
        x = self.pool(self.conv_a(x).relu())
        x = self.pool(self.conv_b(x).relu())
        x = x.permute(0, 2, 3, 1).reshape(len(x), -1)
        return self.out(self.hidden(x).relu())

    def loss(self, x, y):
        logp = torch.log_softmax(self.fwd(x), dim=1)
        return -logp[torch.arange(len(y)), y].mean()
