# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "103", "draw": 1, "parameters": {"input": [1, 12, 12], "layers": [{"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: 0b9af526676b0766

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 9, 3)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(225, 5)

    @torch.no_grad()
    def fwd(self, x):
        x = self.pool(torch.relu(self.conv1(x)))
        return self.fc1(x.flatten(1))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
