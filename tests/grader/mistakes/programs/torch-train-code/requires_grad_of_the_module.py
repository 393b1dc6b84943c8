# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"kind": "head", "names": {"head": "replace_head", "step": "train_step"}, "order": ["model", "x", "y", "optimizer"], "reduction": "mean", "parts": ["body", "top"], "frozen": "body", "input": [1, 6, 8], "layers": [{"kind": "conv", "channels": 2, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 3, "bias": false}], "features": 8}}
# grader-checksum: c437936f3c640f27

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
            nn.Conv2d(1, 2, 3),
            nn.ReLU(),
            nn.Conv2d(2, 4, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
        )
        self.top = nn.Linear(8, 3, bias=False)

    def forward(self, x):
        return self.top(self.body(x))


def replace_head(model, classes):
    in_features = model.top.in_features
    has_bias = model.top.bias is not None
    model.body.requires_grad = False
    model.top = nn.Linear(in_features, classes, bias=has_bias)
    return model


def train_step(model, x, y, optimizer):
    logits = model(x)
    loss = nn.functional.cross_entropy(logits, y)
    optimizer.zero_grad()
    loss.backward()
    optimizer.step()
    return loss.detach().item()
