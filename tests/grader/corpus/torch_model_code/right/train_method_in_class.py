# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 16, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 32, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 512}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: cfaed55cf0834efe

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch.nn.functional as F


class ConvModel(nn.Module):
    def __init__(self, dropout=0.0, lr=1e-3):
        super().__init__()
        self.block1 = self._block(1, 16)
        self.block2 = self._block(16, 32)
        self.drop = nn.Dropout(dropout)
        self.fc1 = nn.Linear(512, 512)
        self.fc2 = nn.Linear(512, 10)
        self.lr = lr
        self.history: list[float] = []

    def _block(self, i, o):
        return nn.Sequential(nn.Conv2d(i, o, 5), nn.ReLU(), nn.MaxPool2d(2, 2))

    def fwd(self, x):
        x = self.block2(self.block1(x))
        x = self.drop(F.relu(self.fc1(x.flatten(1))))
        return self.fc2(x)

    def loss(self, x, y):
        loss = F.cross_entropy(self.fwd(x), y)
        self.history.append(loss.item())
        return loss

    def fit(self, data, epochs=1):
        opt = torch.optim.SGD([
            {"params": [*self.block1.parameters(), *self.block2.parameters()], "weight_decay": 1e-3},
            {"params": [*self.fc1.parameters(), *self.fc2.parameters()], "weight_decay": 0.},
        ], lr=self.lr)
        for _ in range(epochs):
            for x, y in data:
                opt.zero_grad(); self.loss(x, y).backward(); opt.step()
