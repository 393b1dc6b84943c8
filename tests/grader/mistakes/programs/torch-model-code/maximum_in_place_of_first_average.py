# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"input": [1, 31, 34], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 20, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 29}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: e88caff8355132e2

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 1 × 31 × 34 images, 10 classes."""

    def __init__(self):
        super().__init__()
        self.convs = nn.ModuleList([
            nn.Conv2d(1, 8, 5, 2, 1), nn.Conv2d(8, 9, 3, 1, 1), nn.Conv2d(9, 20, 3, 1, 1)])
        self.fcs = nn.ModuleList([nn.Linear(180, 29), nn.Linear(29, 10)])

    def fwd(self, x):
        x = F.max_pool2d(F.relu(self.convs[0](x)), 3, 2)
        x = F.relu(self.convs[1](x))
        x = F.max_pool2d(F.relu(self.convs[2](x)), 2, 2)
        x = F.relu(self.fcs[0](x.flatten(1)))
        return self.fcs[1](x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
