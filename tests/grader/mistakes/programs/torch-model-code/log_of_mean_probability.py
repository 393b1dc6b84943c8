# %% Practice sheet, seed 2165: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2165", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2165", "draw": 1, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 37}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 3b0c5b353e150f93

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 20 × 20 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 5)
        self.conv2 = nn.Conv2d(4, 10, 5)
        self.lin1 = nn.Linear(40, 37)
        self.lin2 = nn.Linear(37, 3)

    def fwd(self, x):
        pool = nn.functional.max_pool2d
        h1 = pool(self.conv1(x).clamp(min=0), 2)
        h2 = pool(self.conv2(h1).clamp(min=0), 2)
        h3 = self.lin1(h2.flatten(1)).clamp(min=0)
        return self.lin2(h3)

    def loss(self, x, y):
        p = torch.softmax(self.fwd(x), dim=-1)
        p_true = p[range(len(y)), y]
        return -torch.log(torch.mean(p_true))
