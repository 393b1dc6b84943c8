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
        super().__init__()
        self.conv1 = nn.Conv2d(1, 9, 3)
        self.fc1 = nn.Linear(9 * 4 * 4, 8)

    def fwd(self, x):
        x = F.relu(self.conv1(x))
        x = F.max_pool2d(x, 2)
        x = torch.flatten(x, 1)
        x = self.fc1(x)
        return F.log_softmax(x, dim=1)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
