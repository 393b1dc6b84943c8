# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "3", "parameters": {"input": [1, 30, 35], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 17, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 36}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: dd41404babdf50ca

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.convs = nn.Sequential(nn.Conv2d(1, 5, 5, 2, 1), nn.ReLU(), nn.AvgPool2d(2),
                                   nn.Conv2d(5, 14, 3, 1, 1), nn.ReLU(),
                                   nn.Conv2d(14, 17, 3, 1, 1), nn.ReLU(), nn.MaxPool2d(2))
        for p in self.convs.parameters():
            p.requires_grad = False
        self.fc = nn.Sequential(nn.Flatten(), nn.Linear(204, 36), nn.ReLU(), nn.Linear(36, 6))

    def fwd(self, x):
        return self.fc(self.convs(x))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
