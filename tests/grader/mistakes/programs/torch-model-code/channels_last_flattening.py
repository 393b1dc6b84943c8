# %% Practice sheet, seed 1234: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1234", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "1234", "draw": 1, "parameters": {"input": [3, 16, 16], "layers": [{"kind": "conv", "channels": 9, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: ebd2b24e81eb0e68

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model: 3 × 16 × 16 images, 12 classes."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(in_channels=3, out_channels=9, kernel_size=5, stride=1, padding=0)
        self.fc = nn.Linear(in_features=9 * 6 * 6, out_features=12)
        self.criterion = nn.CrossEntropyLoss()

    def fwd(self, x):
        maps = self.conv(x)                              # N, 9, 12, 12
        maps = nn.functional.relu(maps)
        maps = nn.functional.max_pool2d(maps, 2, 2)      # N, 9, 6, 6
        # height, width, channels
        vector = maps.permute(0, 2, 3, 1).reshape(maps.shape[0], -1)
        return self.fc(vector)

    def loss(self, x, y):
        return self.criterion(self.fwd(x), y)
