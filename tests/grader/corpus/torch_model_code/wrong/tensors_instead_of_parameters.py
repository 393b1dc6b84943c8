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

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.w1 = torch.randn(5, 3, 5, 5, requires_grad=True)
        self.b1 = torch.zeros(5, requires_grad=True)
        self.w2 = torch.randn(10, 125, requires_grad=True)
        self.b2 = torch.zeros(10, requires_grad=True)

    def fwd(self, x):
        h = F.max_pool2d(F.relu(F.conv2d(x, self.w1, self.b1)), 2)
        return F.linear(h.flatten(1), self.w2, self.b2)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
