# Zestaw ćwiczeniowy, ziarno (seed) 3: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "3", "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: c6e78453e12f9495

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 6
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        return np.array([self.x[i:i + 6] @ self.w for i in range(0, len(self.x) - 5, 3)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw = np.zeros(6)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + 6]
            dx[3 * i:3 * i + 6] += dq[i] * self.w
        return dx[3:-3]
