# Zestaw ćwiczeniowy, ziarno (seed) 5: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "5", "language": "pl"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "5", "parameters": {"input": [1, 32, 35], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 18, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 25}, {"kind": "relu"}, {"kind": "affine", "features": 12}]}}
# grader-checksum: a294fba7a061ba37

import numpy as np
import torch
from torch import nn


# %% problem 1: Model konwolucyjny w PyTorchu
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

import torch.nn.functional as F

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 6, 5, padding=1), nn.ReLU(), nn.AvgPool2d(3, 2),
            nn.Conv2d(6, 10, 3, padding=1), nn.ReLU(),
            nn.Conv2d(10, 18, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten())
        n = self.body(torch.zeros(1, 1, 32, 35)).shape[1]
        self.head = nn.Sequential(nn.Linear(n, 25), nn.ReLU(), nn.Linear(25, 12))

    def fwd(self, x):
        return self.head(self.body(x))

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y)
