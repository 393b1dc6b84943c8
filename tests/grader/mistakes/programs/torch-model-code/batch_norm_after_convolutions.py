# %% List za vježbu, sjeme (seed) 2276: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2276", "language": "hr"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2276", "draw": 1, "parameters": {"input": [1, 18, 18], "layers": [{"kind": "conv", "channels": 6, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 57}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 2f73f761a4e73a3c

import numpy as np
import torch
from torch import nn


# %% problem 1: Konvolucijski model u PyTorchu
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def blok(ulaz, izlaz, k):
    return nn.Sequential(
        nn.Conv2d(ulaz, izlaz, k),
        nn.BatchNorm2d(izlaz),
        nn.ReLU(),
        nn.MaxPool2d(2),
    )


class ConvModel(nn.Module):
    """Konvolucijski model: slike 1 × 18 × 18, broj razreda: 4."""

    def __init__(self):
        super().__init__()
        self.b1 = blok(1, 6, 3)
        self.b2 = blok(6, 10, 5)
        self.fc1 = nn.Linear(10 * 2 * 2, 57)
        self.fc2 = nn.Linear(57, 4)

    def fwd(self, x):
        x = self.b2(self.b1(x)).flatten(1)
        return self.fc2(torch.relu(self.fc1(x)))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
