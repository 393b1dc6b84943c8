# %% Zestaw ćwiczeniowy, ziarno (seed) 7960: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7960", "language": "pl"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "7960", "draw": 1, "parameters": {"input": [1, 28, 35], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 15, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 19, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 21}, {"kind": "relu"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 4c80d36c2bd4dbd4

import numpy as np
import torch
from torch import nn


# %% problem 1: Model konwolucyjny w PyTorchu
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

import torch.nn.functional as F


class ConvModel(nn.Module):
    """Model konwolucyjny: obrazy 1 × 28 × 35, liczba klas: 8."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, 5, 2, 1)
        self.conv2 = nn.Conv2d(5, 15, 3, 1, 1)
        self.conv3 = nn.Conv2d(15, 19, 3, 1, 1)
        self.avg_pool = nn.AvgPool2d(2, 2)
        self.max_pool = nn.MaxPool2d(2, 2)
        self.fc1 = nn.Linear(228, 21)
        self.fc2 = nn.Linear(21, 8)

    def fwd(self, x):
        x = self.avg_pool(F.relu(self.conv1(x)))
        x = F.relu(self.conv2(x))
        x = F.relu(self.conv3(x))
        x = self.avg_pool(x)
        x = x.reshape(len(x), -1)
        x = F.relu(self.fc1(x))
        return self.fc2(x)

    def loss(self, x, y):
        log_p = F.log_softmax(self.fwd(x), 1)
        return F.nll_loss(log_p, y)
