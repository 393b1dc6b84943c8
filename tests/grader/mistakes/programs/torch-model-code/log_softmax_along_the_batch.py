# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "103", "draw": 1, "parameters": {"input": [1, 12, 12], "layers": [{"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: 0b9af526676b0766

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
import torch.nn.functional as F

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.c = nn.Conv2d(1, 9, 3)
        self.f = nn.Linear(9 * 25, 5)

    def fwd(self, x):
        h = F.max_pool2d(F.relu(self.c(x)), 2)
        return self.f(h.view(h.size(0), -1))

    def loss(self, x, y):
        logp = F.log_softmax(self.fwd(x), dim=0)
        return F.nll_loss(logp, y)
