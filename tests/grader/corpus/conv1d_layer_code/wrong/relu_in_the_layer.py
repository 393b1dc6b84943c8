# Zestaw ćwiczeniowy, ziarno (seed) 4: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "4", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "4", "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: aabce5f286b9fa42

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 7
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        self.z = np.array([self.x[i:i + 7] @ self.w for i in range(len(p))])
        return np.maximum(0, self.z)

    def bwd_pass(self, dq):
        dq = dq * (self.z > 0)
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(7)
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[i:i + 7]
            dx[i:i + 7] += dq[i] * self.w
        return dx[3:-3]
