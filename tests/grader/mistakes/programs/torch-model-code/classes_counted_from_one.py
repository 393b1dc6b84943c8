# %% Practice sheet, seed 7916: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7916", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "7916", "draw": 1, "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: b2920c0da3b78f05

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 1 × 14 × 14 images, 12 classes."""

    def __init__(self):
        super().__init__()
        self.c = nn.Conv2d(1, 6, 5)
        self.l = nn.Linear(6 * 5 * 5, 12)

    def fwd(self, x):
        h = self.c(x).relu()
        h = nn.MaxPool2d(2)(h)
        return self.l(torch.flatten(h, start_dim=1))

    def loss(self, x, y):
        log_p = torch.log_softmax(self.fwd(x), dim=1)
        n = x.shape[0]
        # class 1 is in column 0 and so on
        true = log_p[torch.arange(n), y - 1]
        return torch.mean(-true)
