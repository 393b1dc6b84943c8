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

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Konvolucijski model"""


def init(self):
    nn.Module.__init__(self)
    self.slojevi = nn.ModuleList([nn.Conv2d(3, 7, 5), nn.Conv2d(7, 12, 3), nn.Linear(108, 50), nn.Linear(50, 4)])


def unaprijed(self, x):
    k1, k2, f1, f2 = self.slojevi
    x = F.max_pool2d(F.relu(k1(x)), 2)
    x = F.max_pool2d(F.relu(k2(x)), 2)
    return f2(F.relu(f1(torch.flatten(x, 1))))


ConvModel.__init__ = init
ConvModel.fwd = unaprijed
ConvModel.loss = lambda self, x, y: F.cross_entropy(self.fwd(x), y)
