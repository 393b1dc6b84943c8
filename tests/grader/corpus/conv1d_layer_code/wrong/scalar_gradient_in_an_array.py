# Zestaw ćwiczeniowy, ziarno (seed) 1: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "1", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: bac0c929fdbaa63b

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: jedna waga
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return self.w * p

    def bwd_pass(self, dq):
        self.dw = np.sum(self.p * dq, keepdims=True)
        return self.w * dq
