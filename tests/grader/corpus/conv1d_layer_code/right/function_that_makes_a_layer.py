# Zestaw ćwiczeniowy, ziarno (seed) 3: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "3", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 44c2318f088ef465

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: jedna waga
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class _Warstwa:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return self.w * p

    def bwd_pass(self, dq):
        self.dw = (self.p * dq).sum()
        return self.w * dq


def LayerConv1d(w):
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""
    return _Warstwa(float(w))
