# List za vježbu, sjeme (seed) 1: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "1", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 8a66c1736334e3c8

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = np.array(w, dtype=int)

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([self.x[i:i + 5] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        self.dw = np.zeros(5)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[i:i + 5]
            dx[i:i + 5] += dq[i] * self.w
        return dx[2:-2]
