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
    """Model konwolucyjny: obrazy 1 × 32 × 35, liczba klas: 12."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.LazyConv2d(6, 5, stride=2, padding=1)
        self.conv2 = nn.LazyConv2d(10, 3, padding=1)
        self.conv3 = nn.LazyConv2d(18, 3, padding=1)
        self.fc1 = nn.LazyLinear(25)
        self.fc2 = nn.LazyLinear(12)
        # jedno puste przejście, żeby warstwy poznały swoje rozmiary
        with torch.no_grad():
            self.fwd(torch.zeros(2, 1, 32, 35))

    def fwd(self, x):
        x = F.avg_pool2d(F.relu(self.conv1(x)), kernel_size=3, stride=2)
        x = F.relu(self.conv2(x))
        x = F.max_pool2d(F.relu(self.conv3(x)), 2)
        x = torch.flatten(x, start_dim=1)
        x = F.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        return F.cross_entropy(self.fwd(x), y, reduction='mean')
