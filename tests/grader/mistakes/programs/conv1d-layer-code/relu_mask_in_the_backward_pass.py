# %% Zestaw ćwiczeniowy, ziarno (seed) 1721: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1721", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1721", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 8171d650d872858d

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 6
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w, b):
        self.w = np.array(w, dtype=float)
        self.b = b

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.pad(np.array(p, dtype=float), 3)
        m = (len(self.x) - 6) // 3 + 1
        self.z = np.array([self.w @ self.x[3*i:3*i+6] for i in range(m)]) + self.b
        return self.z.copy()

    def bwd_pass(self, dq):
        dz = np.asarray(dq) * (self.z > 0)
        self.db = dz.sum()
        self.dw = np.zeros(6)
        dx = np.zeros(len(self.x))
        for i in range(len(dz)):
            okno = slice(3 * i, 3 * i + 6)
            self.dw += dz[i] * self.x[okno]
            dx[okno] += dz[i] * self.w
        return dx[3:3 + self.n]
