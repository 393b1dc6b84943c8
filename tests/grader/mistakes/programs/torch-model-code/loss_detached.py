# %% Zestaw ćwiczeniowy, ziarno (seed) 504: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "504", "language": "pl"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "504", "draw": 1, "parameters": {"input": [3, 14, 14], "layers": [{"kind": "conv", "channels": 6, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 10, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 31}, {"kind": "relu"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 75ec2383e2949775

import numpy as np
import torch
from torch import nn


# %% problem 1: Model konwolucyjny w PyTorchu
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class ConvModel(nn.Module):
    """Model konwolucyjny: obrazy 3 × 14 × 14, liczba klas: 8."""

    def __init__(self):
        super().__init__()
        self.splot1 = nn.Conv2d(3, 6, 3)
        self.splot2 = nn.Conv2d(6, 10, 3)
        self.pool = nn.MaxPool2d(2)
        self.fc1 = nn.Linear(10 * 2 * 2, 31)
        self.fc2 = nn.Linear(31, 8)
        self.strata = nn.CrossEntropyLoss()

    def fwd(self, x):
        x = self.pool(torch.relu(self.splot1(x)))
        x = self.pool(torch.relu(self.splot2(x)))
        x = torch.relu(self.fc1(torch.flatten(x, 1)))
        return self.fc2(x)

    def loss(self, x, y):
        wynik = self.strata(self.fwd(x), y)
        return wynik.detach()
