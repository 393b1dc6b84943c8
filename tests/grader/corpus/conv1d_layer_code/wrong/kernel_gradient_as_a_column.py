# List za vježbu, sjeme (seed) 1: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "1", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1", "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 1c317056086e3a8a

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 5] @ self.w + self.b for i in range(0, len(self.x) - 4, 3)])

    def bwd_pass(self, dq):
        self.db = dq.sum()
        self.dw = np.zeros(5)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[3 * i:3 * i + 5]
            dx[3 * i:3 * i + 5] += dq[i] * self.w
        self.dw = self.dw.reshape(-1, 1)
        return dx[2:-2]
