# %% Zestaw ćwiczeniowy, ziarno (seed) 77416: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "77416", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "77416", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: f75721ac9b0544bc

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: jedna waga
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return self.w * p

    def bwd_pass(self, dq):
        self.dw = (dq * self.p).sum()
        return dq / self.w
