# %% Practice sheet, seed 7318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7318", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "7318", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 21}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: 52593fc5b21b03cc

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 24 × 24 images, 9 classes."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 7, 5), nn.ReLU(), nn.MaxPool2d(2, 2),
            nn.Conv2d(7, 12, 5), nn.ReLU(), nn.MaxPool2d(2, 2))
        self.classifier = nn.Sequential(
            nn.Linear(108, 21),
            nn.ReLU(),
            nn.Dropout(0.5),
            nn.Linear(21, 9))

    def fwd(self, x):
        f = self.features(x)
        return self.classifier(f.view(f.size(0), -1))

    def loss(self, x, y):
        s = self.fwd(x)
        logp = s - torch.logsumexp(s, dim=1, keepdim=True)
        onehot = nn.functional.one_hot(y, 9)
        return -torch.sum(onehot * logp, dim=1).mean()
