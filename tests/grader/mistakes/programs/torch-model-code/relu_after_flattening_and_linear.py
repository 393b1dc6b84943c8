# %% Practice sheet, seed 3101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3101", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "3101", "draw": 1, "parameters": {"input": [3, 10, 10], "layers": [{"kind": "conv", "channels": 7, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 538a6287239a95c8

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(3, 7, 3)
        self.fc = nn.Linear(7 * 4 * 4, 8)

    def fwd(self, x):
        x = F.max_pool2d(self.conv(x), 2)
        return F.relu(self.fc(x.flatten(1)))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
