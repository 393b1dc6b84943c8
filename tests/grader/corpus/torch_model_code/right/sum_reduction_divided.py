# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "8", "parameters": {"input": [3, 30, 35], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 21, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 26}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: cb9f2a961d8efc2d

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv_1 = nn.Conv2d(3, 4, 5, 2, 1)
        self.conv_2 = nn.Conv2d(4, 13, 3, 1, 1)
        self.conv_3 = nn.Conv2d(13, 21, 3, 1, 1)
        self.lin_1 = nn.Linear(252, 26)
        self.lin_2 = nn.Linear(26, 10)

    def fwd(self, x):
        relu = nn.ReLU()
        x = nn.AvgPool2d(3, 2)(relu(self.conv_1(x)))
        x = relu(self.conv_2(x))
        x = nn.MaxPool2d(2, 2)(relu(self.conv_3(x)))
        return self.lin_2(relu(self.lin_1(nn.Flatten()(x))))

    def loss(self, x, y):
        return nn.CrossEntropyLoss(reduction="sum")(self.fwd(x), y) / x.size(0)
