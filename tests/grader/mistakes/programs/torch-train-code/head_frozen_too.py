# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"kind": "head", "names": {"head": "replace_head", "step": "train_step"}, "order": ["model", "x", "y", "optimizer"], "reduction": "mean", "parts": ["backbone", "head"], "frozen": "backbone", "input": [3, 5, 7], "layers": [{"kind": "conv", "channels": 4, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 2, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 3, "bias": true}], "features": 30}}
# grader-checksum: 94c76b4f8f55d010

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: a new head on a frozen backbone
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.backbone = nn.Sequential(
            nn.Conv2d(3, 4, 2),
            nn.ReLU(),
            nn.Conv2d(4, 2, 2),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.head = nn.Linear(30, 3)

    def forward(self, x):
        return self.head(self.backbone(x))


def replace_head(model, classes):
    old = model.head
    model.head = nn.Linear(old.in_features, classes, bias=old.bias is not None)
    for param in model.parameters():
        param.requires_grad = False


def train_step(model, x, y, optimizer):
    optimizer.zero_grad()
    loss = nn.CrossEntropyLoss()(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
