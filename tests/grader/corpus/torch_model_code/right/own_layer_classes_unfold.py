# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "1", "parameters": {"input": [3, 14, 14], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: a4d449a1ef7e6fa9

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class MyConv(nn.Module):
    def __init__(self, cin, cout, k):
        super().__init__()
        self.k = k
        self.weight = nn.Parameter(torch.randn(cout, cin, k, k) / (cin * k * k) ** 0.5)
        self.bias = nn.Parameter(torch.zeros(cout))

    def forward(self, x):
        n, c, h, w = x.shape
        ho, wo = h - self.k + 1, w - self.k + 1
        cols = F.unfold(x, self.k)                       # N, C*k*k, L
        out = self.weight.flatten(1) @ cols              # N, O, L
        out = out + self.bias[:, None]
        return out.view(n, -1, ho, wo)


class MyLinear(nn.Module):
    def __init__(self, i, o):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(o, i) / i ** 0.5)
        self.bias = nn.Parameter(torch.zeros(o))

    def forward(self, x):
        return torch.einsum("ni,oi->no", x, self.weight) + self.bias


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = MyConv(3, 5, 5)
        self.fc = MyLinear(125, 10)

    def fwd(self, x):
        x = F.relu(self.conv(x))
        x = F.max_pool2d(x, 2, 2)
        return self.fc(x.flatten(start_dim=1))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
