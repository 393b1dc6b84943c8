# %% Practice sheet, seed 507: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "507", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "507", "draw": 1, "parameters": {"input": [3, 32, 35], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 22, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 38}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: c0dab24998d6f17a

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv_bn(cin, cout, k, s, p):
    return nn.Sequential(nn.Conv2d(cin, cout, k, s, p), nn.BatchNorm2d(cout), nn.ReLU())

class ConvModel(nn.Module):
    """Convolutional model: 3 × 32 × 35 images, 9 classes."""

    def __init__(self):
        super().__init__()
        self.stage1 = conv_bn(3, 6, 5, 2, 1)
        self.stage2 = conv_bn(6, 10, 3, 1, 1)
        self.stage3 = conv_bn(10, 22, 3, 1, 1)
        self.maxpool = nn.MaxPool2d(2)
        self.avgpool = nn.AvgPool2d(2)
        self.fc1 = nn.Linear(22 * 3 * 4, 38)
        self.fc2 = nn.Linear(38, 9)

    def fwd(self, x):
        x = self.maxpool(self.stage1(x))
        x = self.avgpool(self.stage3(self.stage2(x)))
        return self.fc2(torch.relu(self.fc1(x.flatten(1))))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
