# %% Zestaw ćwiczeniowy, ziarno (seed) 77416: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "77416", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "77416", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: cd100409c82053f0

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 6
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w, b):
        self.w = np.asarray(w)
        self.b = b
        self.k = len(self.w)
        self.p = self.k // 2
        self.s = 2

    def fwd_pass(self, p):
        self.n = len(p)
        self.x = np.pad(p, self.p)
        ile = (self.n + 2 * self.p - self.k) // self.s + 1
        return np.array([self.x[i * self.s:i * self.s + self.k] @ self.w + self.b for i in range(ile)])

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(self.k)
        for i, g in enumerate(dq):
            od = i * self.s
            dx[od:od + self.k] += g * self.w
            self.dw += g * self.x[od:od + self.k]
        self.db = dq.sum()
        return dx[self.p:self.p + self.n]
