# %% Zestaw ćwiczeniowy, ziarno (seed) 7442: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7442", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7442", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 3fef4bf1284a183d

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 7
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.n = len(p)
        self.pad = np.pad(p, (3, 3))
        return np.array([self.w @ self.pad[i:i + 7] for i in range(self.n)])

    def bwd_pass(self, dq):
        dw = np.zeros(7)
        dpad = np.zeros(self.n + 6)
        for i in range(self.n):
            dw += dq[i] * self.pad[i:i + 7]
            dpad[i:i + 7] += dq[i] * self.w
        self.dw = dw
        return dpad[:self.n]
