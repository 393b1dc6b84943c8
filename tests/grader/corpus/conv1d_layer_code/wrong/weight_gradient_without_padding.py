# List za vježbu, sjeme (seed) 5: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "5", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "5", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 10e5df429f1faa5f

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        x = np.pad(p, 2)
        return np.array([x[i:i + 5] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        x = np.pad(self.p, (0, 4))
        self.dw = np.array([x[j:j + len(dq)] @ dq for j in range(5)])
        dx = np.zeros(len(dq) + 4)
        for i in range(len(dq)):
            dx[i:i + 5] += dq[i] * self.w
        return dx[2:-2]
