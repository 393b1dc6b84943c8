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

import torch.nn.functional as F


class NLLMixin:
    def loss(self, x, y):
        return F.nll_loss(F.log_softmax(self.fwd(x), dim=1), y)


class ImageClassifier(nn.Module):
    n_classes = None

    def forward(self, x):
        return self.fwd(x)

    def predict(self, x):
        return self.fwd(x).argmax(dim=1)


class ConvModel(NLLMixin, ImageClassifier):
    n_classes = 10

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, 5, stride=2, padding=1)
        self.pool1 = nn.AvgPool2d(3, stride=2)
        self.conv2 = nn.Conv2d(4, 13, 3, padding="same")
        self.conv3 = nn.Conv2d(13, 21, 3, padding="same")
        self.pool2 = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(21 * 3 * 4, 26)
        self.fc2 = nn.Linear(26, self.n_classes)

    def fwd(self, x):
        x = self.pool1(F.relu(self.conv1(x)))
        x = F.relu(self.conv2(x))
        x = self.pool2(F.relu(self.conv3(x)))
        x = x.flatten(1)
        return self.fc2(F.relu(self.fc1(x)))
