# %% Practice sheet, seed 41: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "41", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "easy", "seed": "41", "draw": 1, "parameters": {"kind": "step", "names": {"step": "train_step"}, "order": ["model", "optimizer", "x", "y"], "reduction": "mean", "input": [2, 5, 7], "layers": [{"kind": "conv", "channels": 4, "kernel": 2, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 5, "bias": true}], "features": 24}}
# grader-checksum: cfc8bab6c9236a85

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: one step
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 2)
        self.fc = nn.Linear(24, 5)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        x = nn.functional.max_pool2d(x, 2)
        return self.fc(torch.flatten(x, 1))


def train_step(model, optimizer, x, y):
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
