# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "101", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: ab61bb0284b74431

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
import torch.nn.functional as F

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 7, 5)
        self.head = nn.Linear(175, 11)

    def fwd(self, x):
        return self.head(F.max_pool2d(self.conv(x).relu(), 2).flatten(1))

    def loss(self, x, y):
        return F.nll_loss(F.softmax(self.fwd(x), dim=1), y)
