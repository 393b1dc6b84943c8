# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "3", "draw": 1, "parameters": {"input": [1, 30, 35], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 17, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 36}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: 9b6281938bcde0e9

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, 5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(5, 14, 3, padding=1)
        self.conv3 = nn.Conv2d(14, 17, 3, padding=1)
        self.avg = nn.AvgPool2d(2)
        self.max = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(204, 36)
        self.fc2 = nn.Linear(36, 6)
        self.act = nn.ReLU()

    def fwd(self, x):
        x = self.act(self.avg(self.conv1(x)))
        x = self.act(self.conv2(x))
        x = self.max(self.act(self.conv3(x)))
        x = self.act(self.fc1(x.flatten(1)))
        return self.fc2(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
