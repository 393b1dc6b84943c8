# %% Practice sheet, seed 506: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "506", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "506", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 7, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 46}, {"kind": "relu"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: cbf60e646904e62a

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def block(cin, cout):
    return nn.Sequential(nn.Conv2d(cin, cout, 3, bias=False), nn.ReLU(), nn.MaxPool2d(2))

class ConvModel(nn.Module):
    """Convolutional model: 1 × 14 × 14 images, 12 classes."""

    def __init__(self):
        super().__init__()
        self.b1 = block(1, 7)
        self.b2 = block(7, 10)
        self.fc1 = nn.Linear(40, 46)
        self.fc2 = nn.Linear(46, 12)

    def fwd(self, x):
        h = self.b2(self.b1(x)).flatten(1)
        return self.fc2(torch.relu(self.fc1(h)))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
