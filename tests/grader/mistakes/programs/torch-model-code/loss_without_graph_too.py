# %% Practice sheet, seed 9717: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9717", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "9717", "draw": 1, "parameters": {"input": [3, 16, 16], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: 9170de17329d3772

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 16 × 16 images, 9 classes."""

    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(
            nn.Conv2d(3, 6, 5),
            nn.ReLU(),
            nn.MaxPool2d(2, 2),
            nn.Flatten(),
            nn.Linear(216, 9),
        )

    def fwd(self, x):
        return self.net(x)

    def loss(self, x, y):
        z = self.fwd(x).detach()
        log_sum = torch.logsumexp(z, dim=1)
        true = z.gather(1, y.unsqueeze(1)).squeeze(1)
        return (log_sum - true).mean()
