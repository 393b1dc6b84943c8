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

import inspect
import os
import tempfile

import torch.nn.functional as F


class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 7, 5)
        self.conv2 = nn.Conv2d(7, 12, 3)
        self.fc1 = nn.Linear(108, 50)
        self.fc2 = nn.Linear(50, 4)

    def fwd(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return self.fc2(F.relu(self.fc1(x.flatten(1))))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)


model = ConvModel()
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "model.pt")
    torch.save(model.state_dict(), path)
    model.load_state_dict(torch.load(path))
    print(os.path.getsize(path), "bytes")
print(len(inspect.getsource(ConvModel.fwd).splitlines()), "lines in fwd")
