# List za vježbu, sjeme (seed) 10: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "10", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "10", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 64c5c92bf47603a2

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        q = np.zeros(len(p), dtype=p.dtype)
        for i in range(len(p)):
            q[i] = self.x[i:i + 5] @ self.w
        return q

    def bwd_pass(self, dq):
        dx = np.zeros(len(self.x))
        self.dw = np.zeros(5)
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[i:i + 5]
            dx[i:i + 5] += dq[i] * self.w
        return dx[2:-2]
