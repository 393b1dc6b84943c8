# %% Zestaw ćwiczeniowy, ziarno (seed) 1055: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1055", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "1055", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 3f969b3f848278d6

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: jedna waga
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = float(w)
        self.dw = None
        self.cache = None

    def fwd_pass(self, p):
        self.cache = np.asarray(p, dtype=float)
        return self.cache * self.w

    def bwd_pass(self, dq):
        x = self.cache
        self.dw = np.dot(x, dq) * (1.0 / x.size)
        return self.w * np.asarray(dq)
