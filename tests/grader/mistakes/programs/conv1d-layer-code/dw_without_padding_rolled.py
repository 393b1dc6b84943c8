# %% Zestaw ćwiczeniowy, ziarno (seed) 3103: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3103", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "3103", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 6b5177382bb9041b

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 5
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    def __init__(self, w):
        self.w = np.asarray(w)

    def fwd_pass(self, p):
        self.p = np.asarray(p)
        x = np.pad(self.p, 2)
        return np.array([x[i:i + 5] @ self.w for i in range(len(self.p))])

    def bwd_pass(self, dq):
        self.dw = np.array([np.sum(dq * np.roll(self.p, 2 - j)) for j in range(5)])
        d = np.pad(dq, 2)
        return np.array([d[i:i + 5] @ self.w[::-1] for i in range(len(self.p))])
