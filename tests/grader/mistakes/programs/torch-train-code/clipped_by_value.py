# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"kind": "groups", "names": {"groups": "new_optimizer", "step": "learn", "accuracy": "evaluate"}, "order": ["optimizer", "model", "x", "y"], "reduction": "mean", "each": false, "divides": true, "option": "weight_decay", "value": 0.2, "clip": 0.5, "input": [2, 5, 7], "layers": [{"kind": "conv", "channels": 3, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 4, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 5, "bias": true}], "features": 60}}
# grader-checksum: f5016e95a0ff1688

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: smaller learning rates for earlier layers
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(2, 3, 2)
        self.conv2 = nn.Conv2d(3, 4, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(60, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    slow = list(model.conv1.parameters()) + list(model.conv2.parameters())
    fast = list(model.fc.parameters())
    return torch.optim.SGD(
        [{"params": slow, "lr": rate / factor}, {"params": fast, "lr": rate}],
        lr=rate,
        weight_decay=0.2,
    )


def learn(optimizer, model, x, y):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    nn.utils.clip_grad_value_(model.parameters(), 0.5)
    optimizer.step()
    return loss.item()


def evaluate(model, x, y):
    mode = model.training
    model.eval()
    with torch.no_grad():
        hits = model(x).argmax(1).eq(y)
    model.train(mode)
    return hits.double().mean().item()
