# Zestaw ćwiczeniowy, ziarno (seed) 9: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "9", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "9", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: f8eb357ce0b90d34

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 1D: filtr rozmiaru 3
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = [float(x) for x in w]

    def fwd_pass(self, p):
        self.x = [0.0] + [float(v) for v in p] + [0.0]
        return [sum(self.w[j] * self.x[i + j] for j in range(3)) for i in range(len(p))]

    def bwd_pass(self, dq):
        g = [0.0] + [float(v) for v in dq] + [0.0]
        self.dw = [sum(dq[i] * self.x[i + j] for i in range(len(dq))) for j in range(3)]
        return [sum(self.w[2 - j] * g[i + j] for j in range(3)) for i in range(len(dq))]
