# List za vježbu, sjeme (seed) 4: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "4", "language": "hr"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "4", "parameters": {"input": [3, 20, 20], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 50}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: c5f0cd03e2a6dcff

import numpy as np
import torch
from torch import nn


# %% problem 1: Konvolucijski model u PyTorchu
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.c = nn.Sequential(nn.Conv2d(3, 7, 5), nn.ReLU(), nn.MaxPool2d(2),
                               nn.Conv2d(7, 12, 3), nn.ReLU(), nn.MaxPool2d(2))
        self.f = nn.Sequential(nn.Linear(108, 50), nn.ReLU(), nn.Linear(50, 4))

    def fwd(self, x):
        return self.f(self.c(x.contiguous().clone()).flatten(2).flatten(1))

    def loss(self, x, y):
        y = torch.as_tensor(y).long().view(-1)
        return (
            self.fwd(x)
            .log_softmax(-1)
            .neg()
            .take_along_dim(y[:, None], dim=1)
            .mean()
        )
