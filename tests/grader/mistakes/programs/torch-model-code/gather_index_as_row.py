# %% Practice sheet, seed 7682: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7682", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "7682", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 59}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 84007f2e04b839f0

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 24 × 24 images, 10 classes."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 5, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(5, 12, 5), nn.ReLU(), nn.MaxPool2d(2),
        )
        self.classifier = nn.Sequential(
            nn.Linear(108, 59), nn.ReLU(),
            nn.Linear(59, 10),
        )

    def fwd(self, x):
        h = self.features(x)
        return self.classifier(h.flatten(start_dim=1))

    def loss(self, x, y):
        logp = torch.log_softmax(self.fwd(x), dim=1)
        picked = logp.gather(1, y.unsqueeze(0))
        return -picked.mean()
