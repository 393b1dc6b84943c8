# %% Practice sheet, seed 2091: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2091", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2091", "draw": 1, "parameters": {"input": [1, 22, 22], "layers": [{"kind": "conv", "channels": 7, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 40}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 60298a811a722659

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 22 × 22 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 7, 3)      # 20 x 20, pooled 10 x 10
        self.conv2 = nn.Conv2d(7, 10, 3)     # 8 x 8
        self.fc1 = nn.Linear(10 * 8 * 8, 40)
        self.fc2 = nn.Linear(40, 11)

    def fwd(self, x):
        x = torch.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = torch.max_pool2d(torch.relu(self.conv2(x)), 2)
        x = x.flatten(1)
        x = torch.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
