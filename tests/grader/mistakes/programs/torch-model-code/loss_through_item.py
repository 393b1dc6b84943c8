# %% List za vježbu, sjeme (seed) 11042: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "11042", "language": "hr"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "11042", "draw": 1, "parameters": {"input": [1, 12, 12], "layers": [{"kind": "conv", "channels": 6, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: e2dae8db7c5e5a0e

import numpy as np
import torch
from torch import nn


# %% problem 1: Konvolucijski model u PyTorchu
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model: slike 1 × 12 × 12, broj razreda: 11."""

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 6, 3)
        self.p1 = nn.MaxPool2d(2, 2)
        self.out = nn.Linear(6 * 5 * 5, 11)

    def fwd(self, x):
        x = self.p1(torch.relu(self.c1(x)))
        return self.out(torch.flatten(x, 1))

    def loss(self, x, y):
        value = nn.functional.cross_entropy(self.fwd(x), y).item()
        return torch.tensor(value, requires_grad=True)
