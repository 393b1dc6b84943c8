# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "101", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: ab61bb0284b74431

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 7, 5)
        self.drop = nn.Dropout(0.25)
        self.fc1 = nn.Linear(7 * 5 * 5, 11)

    def fwd(self, x):
        x = nn.functional.max_pool2d(nn.functional.relu(self.conv1(x)), 2)
        x = x.flatten(1)
        x = self.drop(x)
        return self.fc1(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
