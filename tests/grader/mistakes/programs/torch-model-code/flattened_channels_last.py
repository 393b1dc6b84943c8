# %% Zestaw ćwiczeniowy, ziarno (seed) 2054: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "2054", "language": "pl"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "2054", "draw": 1, "parameters": {"input": [1, 20, 20], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 58}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 5ba0579eb7e427b0

import numpy as np
import torch
from torch import nn


# %% problem 1: Model konwolucyjny w PyTorchu
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class ConvModel(nn.Module):
    """Model konwolucyjny: obrazy 1 × 20 × 20, liczba klas: 10."""

    def __init__(self):
        super().__init__()
        self.conv_a = nn.Conv2d(1, 5, (5, 5))
        self.conv_b = nn.Conv2d(5, 12, (3, 3))
        self.pool = nn.MaxPool2d((2, 2))
        self.gesta_1 = nn.Linear(12 * 3 * 3, 58)
        self.gesta_2 = nn.Linear(58, 10)

    def fwd(self, x):
        x = self.pool(self.conv_a(x).relu())
        x = self.pool(self.conv_b(x).relu())
        x = x.permute(0, 2, 3, 1).reshape(x.shape[0], -1)   # N, H, W, C jak w Kerasie
        return self.gesta_2(self.gesta_1(x).relu())

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
