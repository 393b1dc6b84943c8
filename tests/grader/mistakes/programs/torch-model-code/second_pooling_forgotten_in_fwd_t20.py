# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2", "draw": 1, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 60}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 24d4397a0436eec1

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 5)
        self.conv2 = nn.Conv2d(4, 14, 3)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(14 * 3 * 3, 60)
        self.fc2 = nn.Linear(60, 7)

    def fwd(self, x):
        out = self.pool(torch.relu(self.conv1(x)))
        out = torch.relu(self.conv2(out))
        out = out.view(-1, 14 * 3 * 3)
        out = torch.relu(self.fc1(out))
        return self.fc2(out)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
