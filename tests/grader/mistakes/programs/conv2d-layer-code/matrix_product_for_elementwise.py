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
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.p = p
        H, W = p.shape
        q = np.empty((H - 2, W - 3))
        for r in range(H - 2):
            for c in range(W - 3):
                okno = p[r:r+3, c:c+4]
                q[r, c] = np.dot(okno, self.w.T).sum() + self.b
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        self.dw = np.zeros((3, 4))
        self.db = 0
        for (r, c), g in np.ndenumerate(dq):
            dp[r:r+3, c:c+4] += g * self.w
            self.dw += g * self.p[r:r+3, c:c+4]
            self.db += g
        return dp
