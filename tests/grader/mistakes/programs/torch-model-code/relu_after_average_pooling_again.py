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

class ConvModel(nn.Module):
    """Model konwolucyjny: obrazy 1 × 28 × 35, liczba klas: 8."""

    def __init__(self):
        super().__init__()
        self.siec = nn.Sequential(
            nn.Conv2d(1, 5, 5, stride=2, padding=1),     # 5 x 13 x 17
            nn.AvgPool2d(2),                             # 5 x 6 x 8
            nn.ReLU(),
            nn.Conv2d(5, 15, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(15, 19, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),                             # 19 x 3 x 4
            nn.Flatten(),
            nn.Linear(19 * 3 * 4, 21),
            nn.ReLU(),
            nn.Linear(21, 8),
        )
        self.koszt = nn.CrossEntropyLoss()

    def fwd(self, x):
        return self.siec(x)

    def loss(self, x, y):
        return self.koszt(self.siec(x), y)
