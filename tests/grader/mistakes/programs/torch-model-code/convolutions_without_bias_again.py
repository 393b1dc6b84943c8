# %% Practice sheet, seed 2424: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2424", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "2424", "draw": 1, "parameters": {"input": [3, 31, 34], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 23, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 24}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 8913be08577c967c

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv3x3(cin, cout):
    return nn.Conv2d(cin, cout, kernel_size=3, padding=1, bias=False)


class ConvModel(nn.Module):
    """Convolutional model: 3 × 31 × 34 images, 7 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, kernel_size=5, stride=2, padding=1, bias=False)
        self.avg = nn.AvgPool2d(2)
        self.conv2 = conv3x3(8, 12)
        self.conv3 = conv3x3(12, 23)
        self.max = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(23 * 3 * 4, 24)
        self.fc2 = nn.Linear(24, 7)

    def fwd(self, x):
        x = self.avg(torch.relu(self.conv1(x)))     # 15 x 16 -> 7 x 8
        x = torch.relu(self.conv3(torch.relu(self.conv2(x))))
        x = self.max(x).flatten(1)
        return self.fc2(torch.relu(self.fc1(x)))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
