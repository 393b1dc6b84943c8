# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"input": [3, 28, 34], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 33}, {"kind": "relu"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: fb1be81c613079d6

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
import torch.nn.functional as F

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 7, 5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(7, 11, 3, padding=1)
        self.conv3 = nn.Conv2d(11, 19, 3, padding=1)
        self.fc1 = nn.Linear(19 * 3 * 3, 33)
        self.fc2 = nn.Linear(33, 8)

    def fwd(self, x):
        x = F.relu(self.conv1(x))
        x = F.avg_pool2d(x, 3)
        x = F.relu(self.conv2(x))
        x = F.relu(self.conv3(x))
        x = F.max_pool2d(x, 2)
        x = torch.flatten(x, 1)
        x = F.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
