# %% Zestaw ćwiczeniowy, ziarno (seed) 406: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "406", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "406", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 2dce807d287eff4b

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 5
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.xp = np.pad(p, 2)
        L = 1 + (len(self.xp) - 5) // 3
        return np.array([self.w @ self.xp[3 * i:3 * i + 5] + self.b for i in range(L)])

    def bwd_pass(self, dq):
        dxp = np.zeros(self.xp.size)
        dw = np.zeros(5)
        for i, d in enumerate(dq):
            dxp[3 * i:3 * i + 5] += d * self.w
            dw += d * self.xp[3 * i:3 * i + 5]
        self.dw = dw
        self.db = np.mean(dq)
        return dxp[2:-2]
