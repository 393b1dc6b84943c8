# %% Zestaw ćwiczeniowy, ziarno (seed) 1388: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1388", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1388", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: a6343c031d23ccee

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 3
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(3)

    def fwd_pass(self, p):
        self.n = len(p)
        self.z = np.zeros(self.n + 2)
        self.z[1:-1] = p
        return self.w[0] * self.z[:-2] + self.w[1] * self.z[1:-1] + self.w[2] * self.z[2:]

    def bwd_pass(self, dq):
        n = self.n
        self.dw = np.array([np.dot(dq, self.z[j:j + n]) for j in range(3)])
        g = np.zeros(n + 2)
        for j in range(3):
            g[j:j + n] += self.w[j] * dq
        return g[:n]
