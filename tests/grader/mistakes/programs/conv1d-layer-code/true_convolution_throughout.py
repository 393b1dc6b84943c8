# %% Zestaw ćwiczeniowy, ziarno (seed) 408: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "408", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "408", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 243cb01cff700bda

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 7
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.convolve(p, self.w, mode="full")[3:3 + len(p)]

    def bwd_pass(self, dq):
        n = len(self.p)
        x = np.pad(self.p, 3)
        self.dw = np.array([np.dot(dq, x[6 - j:6 - j + n]) for j in range(7)])
        return np.correlate(dq, self.w, mode="full")[3:3 + n]
