# %% Practice sheet, seed 1869: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1869", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "1869", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: e50a183f6cce1f11

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 14 × 14 images, 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 6, kernel_size=(5, 5))
        self.lin = nn.Linear(6 * 5 * 5, 11)

    def fwd(self, x):
        feats = nn.functional.max_pool2d(self.conv(x).relu(), kernel_size=2)
        logits = self.lin(feats.reshape(feats.shape[0], -1))
        return logits.squeeze()

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
