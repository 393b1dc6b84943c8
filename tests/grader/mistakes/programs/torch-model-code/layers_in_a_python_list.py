# %% List za vježbu, sjeme (seed) 1943: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "1943", "language": "hr"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "1943", "draw": 1, "parameters": {"input": [1, 12, 12], "layers": [{"kind": "conv", "channels": 5, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 9c9b8575f7fbf146

import numpy as np
import torch
from torch import nn


# %% problem 1: Konvolucijski model u PyTorchu
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model: slike 1 × 12 × 12, broj razreda: 3."""

    def __init__(self):
        super().__init__()
        self.slojevi = [
            nn.Conv2d(1, 5, 3),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Flatten(),
            nn.Linear(125, 3),
        ]

    def fwd(self, x):
        for sloj in self.slojevi:
            x = sloj(x)
        return x

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
