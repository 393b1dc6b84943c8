# Zestaw ćwiczeniowy, ziarno (seed) 4: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "4", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "4", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "2", "family": "conv1d-layer-code", "level": "standard", "seed": "4", "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: e6a3d717c8a539de

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D

def conv1d(vector, kernel):
    """Korelacja skrośna 1D wektora z filtrem."""
    return np.array([vector[i:i + len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)])

class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = np.pad(p, 3)
        return conv1d(self.p, self.w)

    def bwd_pass(self, dq):
        self.dw = conv1d(self.p, dq)
        return conv1d(np.pad(dq, 3), self.w[::-1])


# %% problem 2: Klasa warstwy konwolucji 1D: filtr rozmiaru 7
