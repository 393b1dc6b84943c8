# List za vježbu, sjeme (seed) 11: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "11", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "11", "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 23b3b30e533c576c

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 7
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = np.array(w).astype(np.float32)
        self.b = np.float32(b)

    def fwd_pass(self, p):
        self.x = np.pad(p.astype(np.float32), 2)
        n = (len(self.x) - 7) // 2 + 1
        q = np.zeros(n, np.float32)
        for i in range(n):
            q[i] = np.sum(self.x[2*i:2*i+7] * self.w) + self.b
        return q

    def bwd_pass(self, dq):
        dq = dq.astype(np.float32)
        dx = np.zeros_like(self.x)
        dw = np.zeros_like(self.w)
        for i in range(len(dq)):
            dx[2*i:2*i+7] += dq[i] * self.w
            dw += dq[i] * self.x[2*i:2*i+7]
        self.dw = dw
        self.db = dq.sum(dtype=np.float32)
        return dx[2:-2]
