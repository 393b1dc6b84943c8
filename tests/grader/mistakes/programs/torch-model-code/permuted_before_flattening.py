# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"input": [1, 31, 34], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 20, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 29}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: e88caff8355132e2

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.convs = nn.ModuleList([
            nn.Conv2d(1, 8, 5, stride=2, padding=1),
            nn.Conv2d(8, 9, 3, padding=1),
            nn.Conv2d(9, 20, 3, padding=1),
        ])
        self.fcs = nn.ModuleList([nn.Linear(180, 29), nn.Linear(29, 10)])

    def fwd(self, x):
        x = torch.relu(self.convs[0](x))
        x = nn.functional.avg_pool2d(x, 3, 2)
        for conv in self.convs[1:]:
            x = torch.relu(conv(x))
        x = nn.functional.max_pool2d(x, 2)
        x = x.permute(0, 2, 3, 1).flatten(1)
        x = torch.relu(self.fcs[0](x))
        return self.fcs[1](x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
