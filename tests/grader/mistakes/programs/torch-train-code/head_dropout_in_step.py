# %% Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "standard", "seed": "9", "draw": 1, "parameters": {"kind": "head", "names": {"head": "new_head", "step": "training_step"}, "order": ["optimizer", "model", "x", "y"], "reduction": "sum", "parts": ["features", "classifier"], "frozen": "features", "input": [3, 5, 7], "layers": [{"kind": "conv", "channels": 2, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 3, "bias": false}], "features": 32}}
# grader-checksum: 43c00f7e917ac1f6

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: a new head on a frozen backbone
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(3, 2, 2),
            nn.ReLU(),
            nn.Conv2d(2, 4, 3),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.classifier = nn.Linear(32, 3, bias=False)

    def forward(self, x):
        return self.classifier(self.features(x))


def new_head(model, classes):
    for parameter in model.features.parameters():
        parameter.requires_grad = False
    old = model.classifier
    has_bias = isinstance(old.bias, nn.Parameter)
    model.classifier = nn.Linear(old.in_features, classes, bias=has_bias)


def training_step(optimizer, model, x, y):
    model.train()
    optimizer.zero_grad()
    x = nn.functional.dropout(x)
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    optimizer.step()
    return loss.item()
