# %% Practice sheet, seed 1906: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1906", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "1906", "draw": 1, "parameters": {"input": [1, 10, 10], "layers": [{"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: 403fad54a58d5265

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 10 × 10 images, 6 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 9, 3)
        self.fc = nn.Linear(144, 6)

    def fwd(self, x):
        x = x.float() / 255.0      # scale to [0, 1]
        x = torch.relu(self.conv(x))
        x = torch.max_pool2d(x, 2)
        return self.fc(x.flatten(1))

    def loss(self, x, y):
        return torch.nn.functional.cross_entropy(self.fwd(x), y)
