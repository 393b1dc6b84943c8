# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"input": [1, 34, 41], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 34}, {"kind": "relu"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 7130bc8380f18454

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 34 × 41 images, 8 classes."""

    def __init__(self):
        super().__init__()
        self.convs = [
            nn.Conv2d(1, 5, 5, stride=2, padding=1),
            nn.Conv2d(5, 11, 3, padding=1),
            nn.Conv2d(11, 19, 3, padding=1),
        ]
        self.fc1 = nn.Linear(19 * 3 * 4, 34)
        self.fc2 = nn.Linear(34, 8)

    def fwd(self, x):
        x = torch.relu(self.convs[0](x))
        x = nn.functional.max_pool2d(x, 3, stride=2)
        for conv in self.convs[1:]:
            x = torch.relu(conv(x))
        x = nn.functional.avg_pool2d(x, 2)
        x = torch.relu(self.fc1(x.flatten(1)))
        return self.fc2(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
