# Zestaw ćwiczeniowy, ziarno (seed) 2: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "2", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "2", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: ab16e287bf4a3962

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: jedna waga
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def forward(self, p):
        self.p = p
        return self.w * p

    def backward(self, dq):
        self.dw = np.sum(self.p * dq)
        return self.w * dq
