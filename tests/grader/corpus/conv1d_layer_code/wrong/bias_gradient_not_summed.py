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
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        return np.array([self.x[i:i + 6] @ self.w for i in range(0, len(self.x) - 5, 2)]) + self.b

    def bwd_pass(self, dq):
        self.db = dq
        self.dw = np.zeros(6)
        dx = np.zeros(len(self.x))
        for i in range(len(dq)):
            self.dw += dq[i] * self.x[2 * i:2 * i + 6]
            dx[2 * i:2 * i + 6] += dq[i] * self.w
        return dx[3:-3]
