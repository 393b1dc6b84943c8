# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"kind": "head", "names": {"head": "new_head", "step": "training_step"}, "order": ["optimizer", "model", "x", "y"], "reduction": "sum", "parts": ["body", "top"], "frozen": "body.0", "input": [3, 4, 6], "layers": [{"kind": "conv", "channels": 4, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 2, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 5, "bias": false}], "features": 16}}
# grader-checksum: a3ba585706a548b0

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
            nn.Conv2d(3, 4, 2),
            nn.ReLU(),
            nn.Conv2d(4, 2, 2),
            nn.ReLU(),
            nn.Flatten(),
        )
        self.top = nn.Linear(16, 5, bias=False)

    def forward(self, x):
        return self.top(self.body(x))


def new_head(model, classes):
    top = model.top
    model.top = nn.Linear(top.in_features, classes, bias=(top.bias is not None))
    for p in model.body[0].parameters():
        p.requires_grad = False
    return model


def training_step(optimizer, model, x, y):
    optimizer.zero_grad()
    out = model(x)
    loss = nn.CrossEntropyLoss()(out, y)
    loss.backward()
    optimizer.step()
    return loss.item()
