# %% Zestaw ćwiczeniowy, ziarno (seed) 33679: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "33679", "language": "pl"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "standard", "seed": "33679", "draw": 1, "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 11, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 36}, {"kind": "relu"}, {"kind": "affine", "features": 3}]}}
# grader-checksum: 3beda6c3418d5b7f

import numpy as np
import torch
from torch import nn


# %% problem 1: Model konwolucyjny w PyTorchu
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class ConvModel(nn.Module):
    """Model konwolucyjny: obrazy 3 × 24 × 24, liczba klas: 3."""

    def __init__(self):
        super().__init__()
        self.model = nn.Sequential(
            nn.Conv2d(3, 5, 5), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(5, 11, 3), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten(), nn.Linear(11 * 4 * 4, 36), nn.ReLU(), nn.Linear(36, 3),
        )

    def fwd(self, x):
        return self.model(x)

    def loss(self, x, y):
        logits = self(x)
        return nn.functional.cross_entropy(logits, y)
