# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"kind": "groups", "names": {"groups": "new_optimizer", "step": "train_step", "accuracy": "evaluate"}, "order": ["x", "y", "model", "optimizer"], "reduction": "sum", "each": true, "divides": true, "option": "weight_decay", "value": 0.25, "clip": 0.5, "input": [3, 5, 7], "layers": [{"kind": "conv", "channels": 2, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 4, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 3, "bias": true}], "features": 60}}
# grader-checksum: cd31695321c7d9a2

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: smaller learning rates for earlier layers
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 2, 2)
        self.conv2 = nn.Conv2d(2, 4, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(60, 3)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    groups = [
        {"params": model.fc.parameters(), "lr": rate},
        {"params": model.conv2.parameters(), "lr": rate / factor},
        {"params": model.conv1.parameters(), "lr": rate / factor ** 2},
    ]
    return torch.optim.SGD(groups, lr=rate, weight_decay=0.25)


def train_step(x, y, model, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    loss.backward()
    optimizer.step()
    nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    return loss.item()


def evaluate(x, y, model):
    mode = model.training
    model.eval()
    with torch.no_grad():
        pred = model(x).argmax(dim=1)
    model.train(mode)
    return (pred == y).float().mean().item()
