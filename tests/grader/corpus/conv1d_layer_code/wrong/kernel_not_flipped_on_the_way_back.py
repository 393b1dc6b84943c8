# Zestaw ćwiczeniowy, ziarno (seed) 3: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "3", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 3ef5a4e33deed606

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 5
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 5] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        g = np.pad(dq, 2)
        self.dw = np.array([self.x[j:j + len(dq)] @ dq for j in range(5)])
        return np.array([g[i:i + 5] @ self.w for i in range(len(dq))])
