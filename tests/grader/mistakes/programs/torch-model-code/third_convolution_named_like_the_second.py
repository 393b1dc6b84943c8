# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "102", "draw": 1, "parameters": {"input": [1, 32, 36], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 22, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 36}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 6e5a6aadb51863dd

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, 5, 2, 1)
        self.conv2 = nn.Conv2d(5, 11, 3, 1, 1)
        self.conv2 = nn.Conv2d(11, 22, 3, 1, 1)
        self.fc1 = nn.Linear(22 * 3 * 4, 36)
        self.fc2 = nn.Linear(36, 7)

    def fwd(self, x):
        x = torch.relu(self.conv1(x))
        x = nn.functional.avg_pool2d(x, 3, 2)
        x = torch.relu(self.conv2(x))
        x = torch.relu(self.conv3(x))
        x = nn.functional.max_pool2d(x, 2)
        x = x.flatten(1)
        x = torch.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
