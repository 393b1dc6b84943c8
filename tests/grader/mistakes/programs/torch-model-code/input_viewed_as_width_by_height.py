# %% Zestaw ćwiczeniowy, ziarno (seed) 2387: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "2387", "language": "pl"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "2387", "draw": 1, "parameters": {"input": [1, 28, 31], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 24, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 20}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 1f2fb7decd089e85

import numpy as np
import torch
from torch import nn


# %% problem 1: Model konwolucyjny w PyTorchu
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class ConvModel(nn.Module):
    """Model konwolucyjny: obrazy 1 × 28 × 31, liczba klas: 3."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, 5, stride=2, padding=1)
        self.pool1 = nn.AvgPool2d(3, stride=2)
        self.conv2 = nn.Conv2d(8, 14, 3, padding=1)
        self.conv3 = nn.Conv2d(14, 24, 3, padding=1)
        self.pool2 = nn.MaxPool2d(2)
        # 31 x 28 -> 15 x 13 -> 7 x 6 -> 3 x 3
        self.fc1 = nn.Linear(24 * 3 * 3, 20)
        self.fc2 = nn.Linear(20, 3)

    def fwd(self, x):
        x = x.view(-1, 1, 31, 28)
        x = self.pool1(torch.relu(self.conv1(x)))
        x = torch.relu(self.conv2(x))
        x = self.pool2(torch.relu(self.conv3(x)))
        x = x.view(x.size(0), -1)
        return self.fc2(torch.relu(self.fc1(x)))

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
