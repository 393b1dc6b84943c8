# %% List za vježbu, sjeme (seed) 7519: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7519", "language": "hr"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "7519", "draw": 1, "parameters": {"input": [3, 22, 22], "layers": [{"kind": "conv", "channels": 6, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 53}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: e4d4f7980566ea34

import numpy as np
import torch
from torch import nn


# %% problem 1: Konvolucijski model u PyTorchu
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model: slike 3 × 22 × 22, broj razreda: 9."""

    def __init__(self):
        super().__init__()
        self.konv1 = nn.Conv2d(3, 6, 3)       # 22 -> 20
        self.konv2 = nn.Conv2d(6, 12, 5)      # 10 -> 6
        self.sazimanje = nn.MaxPool2d(2)
        self.potpuni1 = nn.Linear(12 * 3 * 3, 53)
        self.potpuni2 = nn.Linear(53, 9)

    def fwd(self, x):
        h = self.sazimanje(self.konv1(x).relu())
        h = self.sazimanje(self.konv2(h).relu())
        h = self.potpuni1(h.flatten(1)).relu()
        return self.potpuni2(h)

    def loss(self, x, y):
        return nn.CrossEntropyLoss(self.fwd(x), y)
