# %% List za vježbu, sjeme (seed) 53659: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "53659", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "53659", "draw": 1, "parameters": {"kernel": 4, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 7ef02213efdfadcb

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 4
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        self.z = np.array([np.sum(self.x[i:i + 4] * self.w) + self.b
                           for i in range(0, len(self.x) - 4 + 1, 2)])
        return self.z.copy()

    def bwd_pass(self, dq):
        dz = dq * (self.z > 0)
        self.dw = np.zeros(4)
        dx = np.zeros(len(self.x))
        for i in range(len(dz)):
            self.dw += dz[i] * self.x[2 * i:2 * i + 4]
            dx[2 * i:2 * i + 4] += dz[i] * np.asarray(self.w)
        self.db = dz.sum()
        return dx[2:-2]
