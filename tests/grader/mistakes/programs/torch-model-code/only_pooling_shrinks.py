# %% List za vježbu, sjeme (seed) 14950: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "14950", "language": "hr"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "14950", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 27}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 3fd0ff5ad8afd217

import numpy as np
import torch
from torch import nn


# %% problem 1: Konvolucijski model u PyTorchu
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model: slike 3 × 24 × 24, broj razreda: 4."""

    def __init__(self):
        super().__init__()
        h = 24 // 2 // 2
        self.conv1 = nn.Conv2d(3, 6, 5)
        self.conv2 = nn.Conv2d(6, 14, 5)
        self.pool = nn.MaxPool2d(2, 2)
        self.act = nn.ReLU()
        self.fc1 = nn.Linear(14 * h * h, 27)
        self.fc2 = nn.Linear(27, 4)

    def fwd(self, x):
        x = self.pool(self.act(self.conv1(x)))
        x = self.pool(self.act(self.conv2(x)))
        x = x.view(x.size(0), -1)
        x = self.act(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
