# Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2", "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 60}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 12bb2422cec6bd10

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


def init_weights(m):
    if isinstance(m, (nn.Conv2d, nn.Linear)):
        nn.init.xavier_uniform_(m.weight)
        nn.init.zeros_(m.bias)


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 4, 5)
        self.conv2 = nn.Conv2d(4, 14, 3)
        self.fc1 = nn.Linear(14 * 3 * 3, 60)
        self.logits = nn.Linear(60, 7)
        self.pool = nn.MaxPool2d(2)
        self.apply(init_weights)
        self.activations = {}
        for name in ("conv1", "conv2", "fc1"):
            getattr(self, name).register_forward_hook(self._remember(name))

    def _remember(self, name):
        def hook(module, inputs, output):
            self.activations[name] = output.detach()
        return hook

    def fwd(self, x):
        h = self.pool(F.relu(self.conv1(x)))
        h = self.pool(F.relu(self.conv2(h)))
        h = torch.flatten(h, 1)
        h = F.relu(self.fc1(h))
        return self.logits(h)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
