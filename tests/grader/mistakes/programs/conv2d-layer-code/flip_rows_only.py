# %% Zestaw ćwiczeniowy, ziarno (seed) 7058: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7058", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "easy", "seed": "7058", "draw": 1, "parameters": {"kernel": [3, 4], "stride": 1, "padding": 0, "bias": true, "channels": null, "few_loops": false}}
# grader-checksum: 8695c78e306df6d3

import numpy as np


# %% problem 1: Klasa warstwy konwolucji 2D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv2d:
    """Warstwa konwolucji 2D (korelacji wzajemnej) z przejściem wstecz."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def korelacja(self, x, w):
        h = x.shape[0] - w.shape[0] + 1
        s = x.shape[1] - w.shape[1] + 1
        y = np.zeros((h, s))
        for i in range(h):
            for j in range(s):
                y[i, j] = np.sum(x[i:i + w.shape[0], j:j + w.shape[1]] * w)
        return y

    def fwd_pass(self, p):
        self.p = p
        return self.korelacja(p, self.w) + self.b

    def bwd_pass(self, dq):
        self.dw = self.korelacja(self.p, dq)
        self.db = np.sum(dq)
        kh, kw = self.w.shape
        dq_pad = np.pad(dq, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
        return self.korelacja(dq_pad, self.w[::-1])
