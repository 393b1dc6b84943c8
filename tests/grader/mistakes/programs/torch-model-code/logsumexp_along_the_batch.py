# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "102", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 15, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 44}, {"kind": "relu"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: 9af8a3cd78b3b480

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv_a = nn.Conv2d(3, 4, (5, 5))
        self.conv_b = nn.Conv2d(4, 15, (5, 5))
        self.lin_a = nn.Linear(15 * 3 * 3, 44)
        self.lin_b = nn.Linear(44, 12)

    def block(self, conv, x):
        return nn.functional.max_pool2d(conv(x).relu(), 2)

    def fwd(self, x):
        x = self.block(self.conv_a, x)
        x = self.block(self.conv_b, x)
        x = x.reshape(x.shape[0], -1)
        return self.lin_b(self.lin_a(x).relu())

    def loss(self, x, y):
        z = self.fwd(x)
        logp = z - torch.logsumexp(z, 0)
        return -logp.gather(1, y[:, None]).mean()
