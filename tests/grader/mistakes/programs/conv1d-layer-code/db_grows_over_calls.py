# %% List za vježbu, sjeme (seed) 409: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "409", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "409", "draw": 1, "parameters": {"kernel": 4, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 400b88adf2164174

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 4
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.db = 0.0

    def fwd_pass(self, p):
        self.ulaz = np.pad(p, 2)
        koraci = (len(self.ulaz) - 4) // 2 + 1
        izlaz = np.zeros(koraci)
        for i in range(koraci):
            izlaz[i] = np.dot(self.ulaz[2 * i:2 * i + 4], self.w) + self.b
        return izlaz

    def bwd_pass(self, dq):
        d_ulaz = np.zeros(len(self.ulaz))
        self.dw = np.zeros(4)
        for i in range(len(dq)):
            self.dw += dq[i] * self.ulaz[2 * i:2 * i + 4]
            d_ulaz[2 * i:2 * i + 4] += dq[i] * self.w
            self.db += dq[i]
        return d_ulaz[2:-2]
