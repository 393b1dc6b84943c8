# %% Practice sheet, seed 510: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "510", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "510", "draw": 1, "parameters": {"input": [1, 12, 12], "layers": [{"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: aff55f9858a0c621

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 12 × 12 images, 4 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 9, 3)
        self.pool = nn.MaxPool2d(2, stride=2)
        self.fc = nn.Linear(225, 4)

    def fwd(self, x):
        return self.fc(torch.flatten(self.pool(self.conv(x).clamp(min=0)), 1))

    def loss(self, x, y):
        z = self.fwd(x)
        logp = z - torch.logsumexp(z, dim=1, keepdim=True)
        return -logp[:, y].mean()
