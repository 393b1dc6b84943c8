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
        self.conv = nn.Conv2d(3, 5, 5)
        self.fc = nn.Linear(125, 10)

    def fwd(self, x):
        features = F.max_pool2d(F.relu(self.conv(x)), 2)
        features = torch.tensor(features.detach().numpy())
        return self.fc(features.flatten(1))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
