# %% Practice sheet, seed 504: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "504", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "504", "draw": 1, "parameters": {"input": [1, 12, 12], "layers": [{"kind": "conv", "channels": 6, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: 731259ed75cc1dd5

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 1 × 12 × 12 images, 5 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(in_channels=1, out_channels=6, kernel_size=3)
        self.lin = nn.Linear(in_features=6 * 5 * 5, out_features=5)

    def fwd(self, x):
        maps = F.max_pool2d(torch.relu(self.conv(x)), kernel_size=2)
        return self.lin(maps.flatten(start_dim=1))

    def loss(self, x, y):
        logp = F.log_softmax(self.fwd(x), dim=0)
        return F.nll_loss(logp, y)
