# %% List za vježbu, sjeme (seed) 1277: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "1277", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1277", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: c7e6444bb516f1ed

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.ulaz = np.array(p)
        x = np.pad(self.ulaz, 2)
        return np.array([np.dot(self.w, x[i:i + 5]) for i in range(len(p))])

    def bwd_pass(self, dq):
        n = len(dq)
        dw = np.zeros(5)
        dx = np.zeros(n + 4)
        for i in range(n):
            for j in range(5):
                if i + j < n:
                    dw[j] += dq[i] * self.ulaz[i + j]
                dx[i + j] += dq[i] * self.w[j]
        self.dw = dw
        return dx[2:-2]
