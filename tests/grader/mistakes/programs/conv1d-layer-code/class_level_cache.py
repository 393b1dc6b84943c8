# %% Zestaw ćwiczeniowy, ziarno (seed) 7442: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7442", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7442", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 3fef4bf1284a183d

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 7
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    cache = {}

    def __init__(self, w):
        self.w = np.asarray(w)
        self.k = len(w)
        self.dw = None

    def fwd_pass(self, p):
        padded = np.pad(p, self.k // 2, mode='constant', constant_values=0)
        self.cache['padded'] = padded
        q = [float(np.dot(padded[i:i + self.k], self.w)) for i in range(p.shape[0])]
        return np.array(q)

    def bwd_pass(self, dq):
        padded = self.cache['padded']
        n = dq.shape[0]
        self.dw = np.array([np.dot(dq, padded[j:j + n]) for j in range(self.k)])
        dpadded = np.zeros(n + self.k - 1)
        for j in range(self.k):
            dpadded[j:j + n] += self.w[j] * dq
        half = self.k // 2
        return dpadded[half:half + n]
