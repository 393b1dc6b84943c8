# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"kind": "groups", "names": {"groups": "new_optimizer", "step": "learn", "accuracy": "accuracy"}, "order": ["optimizer", "model", "x", "y"], "reduction": "sum", "each": true, "divides": true, "option": "weight_decay", "value": 0.25, "clip": 0.5, "input": [1, 4, 6], "layers": [{"kind": "conv", "channels": 4, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 2, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 3, "bias": true}], "features": 4}}
# grader-checksum: 60a9452df124e69b

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: smaller learning rates for earlier layers
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 2)
        self.conv2 = nn.Conv2d(4, 2, 2)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(4, 3)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(self.drop(torch.flatten(x, 1)))


def new_optimizer(model, rate, factor):
    return torch.optim.SGD([
        {"params": list(model.conv1.parameters()), "lr": rate / factor / factor},
        {"params": list(model.conv2.parameters()), "lr": rate / factor},
        {"params": list(model.fc.parameters())},
    ], lr=rate, weight_decay=0.25)


def learn(optimizer, model, x, y):
    logits = model(x)
    loss = nn.functional.cross_entropy(logits, y, reduction="sum")
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 0.5)
    optimizer.step()
    return loss.item()


def accuracy(model, x, y):
    model.eval()
    with torch.no_grad():
        _, predicted = torch.max(model(x), 1)
        acc = (predicted == y).sum().item() / y.size(0)
    model.train()
    return acc
