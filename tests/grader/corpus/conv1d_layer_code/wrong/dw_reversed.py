# Zestaw ćwiczeniowy, ziarno (seed) 2: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "2", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "2", "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 5c5378d9247f72c9

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 7
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        return np.array([self.x[i:i + 7] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        self.dw = np.convolve(dq[::-1], self.x, "valid")[::-1]
        g = np.pad(dq, 3)
        return np.array([g[i:i + 7] @ self.w[::-1] for i in range(len(dq))])
