# %% Practice sheet, seed 7339: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7339", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "standard", "seed": "7339", "draw": 1, "parameters": {"kind": "head", "names": {"head": "new_head", "step": "learn"}, "order": ["model", "x", "y", "optimizer"], "reduction": "mean", "parts": ["body", "top"], "frozen": "body.0", "input": [2, 6, 8], "layers": [{"kind": "conv", "channels": 3, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 5, "bias": false}], "features": 32}}
# grader-checksum: 9edd8f3dd782ef69

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: a new head on a frozen backbone
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(2, 3, 3),
            nn.ReLU(),
            nn.Conv2d(3, 4, 3),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.top = nn.Linear(32, 5, bias=False)

    def forward(self, x):
        return self.top(self.body(x))


def new_head(model, classes):
    old = model.top
    model.fc = nn.Linear(old.in_features, classes, bias=old.bias is not None)
    for param in model.body[0].parameters():
        param.requires_grad = False


def learn(model, x, y, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
