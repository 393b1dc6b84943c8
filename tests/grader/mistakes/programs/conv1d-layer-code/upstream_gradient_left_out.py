# %% Zestaw ćwiczeniowy, ziarno (seed) 29902: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "29902", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "29902", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 3a97ea896890f423

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: jedna waga
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = np.array(p)
        return self.p * self.w

    def bwd_pass(self, dq):
        # q = w * p  =>  dq/dp = w,  dq/dw = p
        self.dw = np.sum(self.p)
        return np.full(len(self.p), float(self.w))
