# %% Practice sheet, seed 501: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "501", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "501", "draw": 1, "parameters": {"input": [3, 22, 22], "layers": [{"kind": "conv", "channels": 8, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 62}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 660ceead0480a81a

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 22 × 22 images, 10 classes."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 8, 3), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(8, 13, 5), nn.ReLU(), nn.MaxPool2d(2))
        self.classifier = nn.Sequential(
            nn.Flatten(), nn.Linear(13 * 3 * 3, 62), nn.ReLU(), nn.Linear(62, 10))
        self.criterion = nn.CrossEntropyLoss()

    def fwd(self, x):
        return self.classifier(self.features(x))

    def loss(self, x, y):
        probs = torch.softmax(self.fwd(x), dim=1)
        return self.criterion(probs, y)
