# Zestaw ćwiczeniowy, ziarno (seed) 1: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1", "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 92bdb8aade31bd05

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 5
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 5] @ self.w + self.b for i in range(0, len(self.x) - 4, 3)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw = np.zeros(5)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + 5]
            dx[3 * i:3 * i + 5] += dq[i] * self.w
        self.dw = np.clip(self.dw, -100, 100)
        return np.clip(dx[2:-2], -100, 100)
