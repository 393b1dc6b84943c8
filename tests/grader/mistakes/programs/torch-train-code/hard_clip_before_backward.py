# %% Practice sheet, seed 7340: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7340", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "hard", "seed": "7340", "draw": 1, "parameters": {"kind": "groups", "names": {"groups": "new_optimizer", "step": "learn", "accuracy": "share_right"}, "order": ["x", "y", "model", "optimizer"], "reduction": "sum", "each": false, "divides": true, "option": "weight_decay", "value": 0.25, "clip": 0.5, "input": [1, 5, 7], "layers": [{"kind": "conv", "channels": 3, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 5, "bias": true}], "features": 8}}
# grader-checksum: 49b20ea6912b20cc

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: smaller learning rates for earlier layers
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 3, 2)
        self.conv2 = nn.Conv2d(3, 4, 3)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(8, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    groups = [
        {"params": model.conv1.parameters(), "lr": rate / factor},
        {"params": model.conv2.parameters(), "lr": rate / factor},
        {"params": model.fc.parameters(), "lr": rate},
    ]
    return torch.optim.SGD(groups, lr=rate, weight_decay=0.25)


def learn(x, y, model, optimizer):
    optimizer.zero_grad()
    loss = nn.functional.cross_entropy(model(x), y, reduction="sum")
    nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    loss.backward()
    optimizer.step()
    return loss.item()


def share_right(x, y, model):
    was_training = model.training
    model.eval()
    with torch.no_grad():
        guess = model(x).argmax(dim=1)
    model.train(was_training)
    return (guess == y).float().mean().item()
