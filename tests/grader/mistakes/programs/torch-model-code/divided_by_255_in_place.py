# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "102", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 57668a15c75d5f4f

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 7, 5)
        self.out = nn.Linear(175, 10)

    def fwd(self, x):
        x /= 255
        x = self.conv(x)
        x = torch.relu_(x)
        x = nn.functional.max_pool2d(x, kernel_size=2)
        return self.out(x.view(x.shape[0], 175))

    def loss(self, x, y):
        logits = self.fwd(x)
        return nn.functional.cross_entropy(logits, y)
