# %% Practice sheet, seed 69366: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "69366", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "69366", "draw": 1, "parameters": {"input": [3, 35, 43], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 23, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 40}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 6ea3136c113dc986

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 35 × 43 images, 10 classes."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(3, 6, 5, stride=2, padding=1)
        self.c2 = nn.Conv2d(6, 11, 3, padding=1)
        self.c3 = nn.Conv2d(11, 23, 3, padding=1)
        self.f1 = nn.Linear(23 * 4 * 5, 40)
        self.f2 = nn.Linear(40, 10)

    def fwd(self, x):
        n = x.shape[0]
        h = nn.functional.max_pool2d(torch.relu(self.c1(x)), 2)
        h = torch.relu(self.c2(h))
        h = nn.functional.avg_pool2d(torch.relu(self.c3(h)), 2)
        h = h.transpose(0, 1).reshape(n, -1)      # one channel after the other
        return self.f2(torch.relu(self.f1(h)))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
