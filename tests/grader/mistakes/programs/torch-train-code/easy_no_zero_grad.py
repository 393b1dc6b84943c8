# %% Practice sheet, seed 7338: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7338", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-train-code", "level": "easy", "seed": "7338", "draw": 1, "parameters": {"kind": "step", "names": {"step": "learn"}, "order": ["model", "x", "y", "optimizer"], "reduction": "mean", "input": [1, 4, 6], "layers": [{"kind": "conv", "channels": 2, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "flatten"}, {"kind": "affine", "features": 4, "bias": true}], "features": 16}}
# grader-checksum: 0fd45f514cc591d2

import numpy as np
import torch
from torch import nn


# %% problem 1: Training in PyTorch: one step
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class Net(nn.Module):
    """Convolutional model; leave this class as it is."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(1, 2, 3)
        self.fc = nn.Linear(16, 4)

    def forward(self, x):
        x = torch.relu(self.conv(x))
        return self.fc(torch.flatten(x, 1))


def learn(model, x, y, optimizer):
    loss = nn.functional.cross_entropy(model(x), y)
    loss.backward()
    optimizer.step()
    return loss.item()
