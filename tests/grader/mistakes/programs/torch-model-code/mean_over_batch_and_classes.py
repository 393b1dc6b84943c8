# %% Practice sheet, seed 510: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "510", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "510", "draw": 1, "parameters": {"input": [3, 26, 26], "layers": [{"kind": "conv", "channels": 8, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 47}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: b50984feb29578c7

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 26 × 26 images, 10 classes."""

    def __init__(self):
        super().__init__()
        self.conv_a = nn.Conv2d(3, 8, 3)
        self.conv_b = nn.Conv2d(8, 16, 5)
        self.hidden = nn.Linear(16 * 4 * 4, 47)
        self.last = nn.Linear(47, 10)

    def fwd(self, x):
        for conv in (self.conv_a, self.conv_b):
            x = F.max_pool2d(torch.relu(conv(x)), 2)
        x = torch.relu(self.hidden(x.flatten(1)))
        return self.last(x)

    def loss(self, x, y):
        logp = F.log_softmax(self.fwd(x), dim=1)
        onehot = torch.zeros_like(logp)
        onehot[torch.arange(len(y)), y] = 1
        return -(onehot * logp).mean()
