# %% Practice sheet, seed 3317: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3317", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "3317", "draw": 1, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 59}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 2142bcbf3450a1d0

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 20 × 20 images, 4 classes."""

    def __init__(self):
        super().__init__()
        self.convs = [nn.Conv2d(1, 6, 5), nn.Conv2d(6, 13, 5)]
        self.hidden = nn.Linear(13 * 2 * 2, 59)
        self.last = nn.Linear(59, 4)

    def fwd(self, x):
        for conv in self.convs:
            x = nn.functional.max_pool2d(conv(x).relu(), 2)
        x = x.flatten(start_dim=1)
        return self.last(self.hidden(x).relu())

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
