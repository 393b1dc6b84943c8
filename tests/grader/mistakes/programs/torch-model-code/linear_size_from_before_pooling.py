# %% List za vježbu, sjeme (seed) 507: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "507", "language": "hr"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "507", "draw": 1, "parameters": {"input": [3, 18, 18], "layers": [{"kind": "conv", "channels": 5, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 32}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 6c599ffd5e5f6b24

import numpy as np
import torch
from torch import nn


# %% problem 1: Konvolucijski model u PyTorchu
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model: slike 3 × 18 × 18, broj razreda: 7."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 5, 3)
        self.conv2 = nn.Conv2d(5, 10, 5)
        self.pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(10 * 4 * 4, 32)
        self.fc2 = nn.Linear(32, 7)
        self.relu = nn.ReLU()

    def fwd(self, x):
        x = self.pool(self.relu(self.conv1(x)))
        x = self.pool(self.relu(self.conv2(x)))
        x = torch.flatten(x, 1)
        x = self.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
