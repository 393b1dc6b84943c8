# %% Practice sheet, seed 502: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "502", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "502", "draw": 1, "parameters": {"input": [3, 26, 26], "layers": [{"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 43}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 38d8e7512df74c37

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    """Convolutional model: 3 × 26 × 26 images, 3 classes."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(3, 4, 3)
        self.c2 = nn.Conv2d(4, 12, 5)
        self.l1 = nn.Linear(12 * 4 * 4, 43)
        self.l2 = nn.Linear(43, 3)

    def fwd(self, x):
        h = F.max_pool2d(self.c1(x).relu(), 2)
        h = F.max_pool2d(self.c2(h).relu(), 2)
        h = self.l1(h.flatten(1)).relu()
        return self.l2(h)

    def loss(self, x, y):
        logits = self.fwd(x)
        return F.nll_loss(logits, y)
