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
    def __init__(self):
        super().__init__()
        for i, shape in enumerate([(7, 3, 5, 5), (12, 7, 3, 3), (50, 108), (4, 50)]):
            w = torch.empty(shape)
            nn.init.orthogonal_(w)
            self.register_parameter(f"w{i}", nn.Parameter(w))
            self.register_parameter(f"b{i}", nn.Parameter(torch.zeros(shape[0])))

    def fwd(self, x):
        for i in range(4):
            w, b = getattr(self, f"w{i}"), getattr(self, f"b{i}")
            if w.dim() == 4:
                x = F.max_pool2d(F.relu(F.conv2d(x, w, b)), 2)
            else:
                x = F.linear(x.flatten(1), w, b)
                x = F.relu(x) if i < 3 else x
        return x

    def loss(self, x, y):
        return -F.log_softmax(self.fwd(x), dim=1)[range(len(y)), y].mean()
