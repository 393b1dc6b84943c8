# %% List za vježbu, sjeme (seed) 57567: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "57567", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "57567", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: a2d88076f05224a3

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 3
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = w
        self.buf = np.zeros(0)

    def fwd_pass(self, p):
        self.n = len(p)
        if len(self.buf) < self.n + 2:
            self.buf = np.zeros(self.n + 2)
        self.buf[1:self.n + 1] = p
        q = np.zeros(self.n)
        for i in range(self.n):
            q[i] = np.dot(self.buf[i:i + 3], self.w)
        return q

    def bwd_pass(self, dq):
        self.dw = np.zeros(3)
        dbuf = np.zeros(self.n + 2)
        for i in range(self.n):
            self.dw += dq[i] * self.buf[i:i + 3]
            dbuf[i:i + 3] += dq[i] * np.asarray(self.w)
        return dbuf[1:self.n + 1]
