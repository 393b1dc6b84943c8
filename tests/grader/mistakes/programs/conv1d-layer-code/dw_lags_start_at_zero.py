# %% Zestaw ćwiczeniowy, ziarno (seed) 81324: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "81324", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "81324", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: f7617ae270ee965d

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 3
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = np.array(w)

    def fwd_pass(self, p):
        self.p = np.array(p)
        x = np.pad(self.p, 1)
        return x[:-2] * self.w[0] + x[1:-1] * self.w[1] + x[2:] * self.w[2]

    def bwd_pass(self, dq):
        n = len(self.p)
        wszystkie = np.correlate(np.pad(self.p, (0, 3)), dq, mode="full")
        self.dw = wszystkie[n - 1:n + 2]
        g = np.pad(dq, 1)
        return g[2:] * self.w[0] + g[1:-1] * self.w[1] + g[:-2] * self.w[2]
