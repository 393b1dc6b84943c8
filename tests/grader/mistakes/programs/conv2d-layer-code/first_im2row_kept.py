# %% List za vježbu, sjeme (seed) 7973: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7973", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "7973", "draw": 1, "parameters": {"kernel": [4, 3], "stride": 2, "padding": 2, "bias": true, "channels": [2, 3], "few_loops": true}}
# grader-checksum: 2983988fec28cc87

import numpy as np


# %% problem 1: Klasa sloja za 2D konvoluciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv2d:
    """Sloj 2D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.redci = None

    def fwd_pass(self, p):
        O, C, kh, kw = self.w.shape
        x = np.pad(p, ((0, 0), (2, 2), (2, 2)))
        self.oblik = x.shape
        self.ho = (x.shape[1] - kh) // 2 + 1
        self.wo = (x.shape[2] - kw) // 2 + 1
        if self.redci is None:
            self.redci = np.array([x[:, 2*i:2*i + kh, 2*j:2*j + kw].flatten()
                                   for i in range(self.ho) for j in range(self.wo)])
        q = self.w.reshape(O, -1) @ self.redci.T
        return q.reshape(O, self.ho, self.wo) + self.b[:, None, None]

    def bwd_pass(self, dq):
        O, C, kh, kw = self.w.shape
        dq2 = dq.reshape(O, -1)
        self.dw = np.matmul(dq2, self.redci).reshape(self.w.shape)
        self.db = dq2.sum(1)
        dredci = (dq2.T @ self.w.reshape(O, -1)).reshape(self.ho, self.wo, C, kh, kw)
        dx = np.zeros(self.oblik)
        for i in range(self.ho):
            for j in range(self.wo):
                dx[:, 2*i:2*i + kh, 2*j:2*j + kw] += dredci[i, j]
        return dx[:, 2:-2, 2:-2]
