# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "8", "parameters": {"input": [3, 30, 35], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 21, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 26}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: cb9f2a961d8efc2d

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


def out_size(n, k, s=1, p=0):
    return (n + 2 * p - k) // s + 1


H = out_size(out_size(30, 5, 2, 1), 3, 2)
W = out_size(out_size(35, 5, 2, 1), 3, 2)
H, W = out_size(H, 3, 1, 1), out_size(W, 3, 1, 1)
FLAT = 21 * out_size(H, 2, 2) * out_size(W, 2, 2)


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 5, stride=2)
        self.conv2 = nn.Conv2d(4, 13, 3)
        self.conv3 = nn.Conv2d(13, 21, 3)
        self.fc1 = nn.Linear(FLAT, 26)
        self.fc2 = nn.Linear(26, 10)

    def fwd(self, x):
        x = F.pad(x, (1, 1, 1, 1))
        x = F.avg_pool2d(F.relu(self.conv1(x)), 3, 2)
        x = F.relu(self.conv2(F.pad(x, [1] * 4)))
        x = F.relu(self.conv3(F.pad(x, [1] * 4, mode="constant", value=0.0)))
        x = F.max_pool2d(x, 2)
        return self.fc2(F.relu(self.fc1(torch.flatten(x, 1))))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
