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

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.convs = nn.ModuleList([nn.Conv2d(1, 5, 5, 2, 1), nn.Conv2d(5, 14, 3, 1, 1), nn.Conv2d(14, 17, 3, 1, 1)])
        self.fcs = nn.ModuleList([nn.Linear(204, 36), nn.Linear(36, 6)])

    def fwd(self, x):
        x = self.convs[0](x).relu()
        h, w = x.shape[2] // 2 * 2, x.shape[3] // 2 * 2
        x = (x[:, :, 0:h:2, 0:w:2] + x[:, :, 1:h:2, 0:w:2] + x[:, :, 0:h:2, 1:w:2] + x[:, :, 1:h:2, 1:w:2]) / 4
        x = self.convs[1](x).relu()
        x = self.convs[2](x).relu()
        x = x.unfold(2, 2, 2).unfold(3, 2, 2)
        x = x.max(dim=-1).values.max(dim=-1).values
        x = x.reshape(-1, 17 * 12)
        x = self.fcs[0](x).relu()
        return self.fcs[1](x)

    def loss(self, x, y):
        scores = self.fwd(x)
        losses = torch.nn.functional.cross_entropy(scores, y, reduction="none")
        return losses.mean()
