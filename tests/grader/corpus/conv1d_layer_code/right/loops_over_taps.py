# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "2", "parameters": {"kernel": 6, "stride": 2, "padding": 3, "bias": true}}
# grader-checksum: fb65bf6e8aca610a

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 6
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = np.array(w, dtype=float)
        self.b = float(b)

    def fwd_pass(self, p):
        self.duljina = len(p)
        self.x = np.concatenate((np.zeros(3), p, np.zeros(3)))
        self.n = (len(self.x) - 6) // 2 + 1
        q = np.full(self.n, self.b)
        for j in range(6):
            q += self.w[j] * self.x[j:j + 2 * self.n:2][:self.n]
        return q

    def bwd_pass(self, dq):
        dx = np.zeros_like(self.x)
        dw = []
        for j in range(6):
            # svaki element jezgre gleda svaki drugi element ulaza
            odsjecak = slice(j, j + 2 * (self.n - 1) + 1, 2)
            dw.append(np.sum(dq * self.x[odsjecak]))
            dx[odsjecak] += dq * self.w[j]
        self.dw = np.array(dw)
        self.db = dq.sum()
        return dx[3:3 + self.duljina]
