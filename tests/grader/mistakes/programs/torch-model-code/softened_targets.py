# %% Practice sheet, seed 73274: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "73274", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "73274", "draw": 1, "parameters": {"input": [3, 22, 22], "layers": [{"kind": "conv", "channels": 6, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 48}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 70f8010fa2b0409f

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 22 × 22 images, 4 classes."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 6, 3), nn.ReLU(), nn.MaxPool2d(2))
        self.body = nn.Sequential(nn.Conv2d(6, 14, 3), nn.ReLU(), nn.MaxPool2d(2))
        self.head = nn.Sequential(nn.Flatten(), nn.Linear(14 * 4 * 4, 48), nn.ReLU(), nn.Linear(48, 4))
        self.loss_func = nn.CrossEntropyLoss(label_smoothing=0.1)

    def fwd(self, xb):
        return self.head(self.body(self.stem(xb)))

    def loss(self, xb, yb):
        return self.loss_func(self.fwd(xb), yb)
