# %% Practice sheet, seed 7221: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7221", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "hard", "seed": "7221", "draw": 1, "parameters": {"kind": "groups", "names": {"groups": "make_optimizer", "step": "train_step", "accuracy": "evaluate"}, "order": ["x", "y", "model", "optimizer"], "reduction": "mean", "each": false, "divides": true, "option": "momentum", "value": 0.75, "clip": 1.0, "input": [1, 7, 9], "layers": [{"kind": "conv", "channels": 4, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "conv", "channels": 3, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 5, "bias": true}], "features": 45}}
# grader-checksum: b6b3da3e34ea0a83

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: smaller learning rates for earlier layers
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self, drop=0.5):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 3)
        self.conv2 = nn.Conv2d(4, 3, 3)
        self.drop = nn.Dropout(drop)
        self.fc = nn.Linear(45, 5)

    def forward(self, x):
        x = torch.relu(self.conv1(x))
        x = torch.relu(self.conv2(x))
        return self.fc(self.drop(torch.flatten(x, 1)))


def make_optimizer(model, rate, factor):
    opt = torch.optim.SGD(model.fc.parameters(), lr=rate, momentum=0.75)
    for part in (model.conv1, model.conv2):
        opt.add_param_group({"params": part.parameters(), "lr": rate / factor})
    return opt


def train_step(x, y, model, optimizer):
    criterion = nn.CrossEntropyLoss()
    loss = criterion(model(x), y)
    optimizer.zero_grad()
    nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    loss.backward()
    optimizer.step()
    return loss.item()


def evaluate(x, y, model):
    mode = model.training
    model.eval()
    with torch.no_grad():
        scores = model(x)
    model.train(mode)
    hits = 0
    for s, label in zip(scores, y):
        if torch.argmax(s) == label:
            hits += 1
    return hits / len(y)
