# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "9", "parameters": {"input": [1, 33, 41], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 24, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 37}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 7a298f025899c2ce

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.m = nn.ModuleDict({
            'conv1': nn.Conv2d(1, 6, 5, 2, 1),
            'pool1': nn.MaxPool2d(3, 2),
            'conv2': nn.Conv2d(6, 11, 3, 1, 1),
            'conv3': nn.Conv2d(11, 24, 3, 1, 1),
            'pool2': nn.AvgPool2d(2, 2),
            'fc1': nn.Linear(24 * 3 * 4, 37),
            'fc2': nn.Linear(37, 3),
        })

    def fwd(self, x):
        m = self.m
        x = m['pool1'](m['conv1'](x).relu())
        x = m['conv2'](x).relu()
        x = m['pool2'](m['conv3'](x).relu())
        return m['fc2'](m['fc1'](x.flatten(1)).relu())

    def loss(self, x, y):
        s = self.fwd(x)
        one_hot = F.one_hot(y, num_classes=3).to(s.dtype)
        return -(one_hot * F.log_softmax(s, 1)).sum(dim=1).mean()
