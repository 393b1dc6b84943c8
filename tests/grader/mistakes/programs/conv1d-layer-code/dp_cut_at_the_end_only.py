# %% List za vježbu, sjeme (seed) 406: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "406", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "406", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 181439e139a88765

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = np.asarray(w)
        self.P = (len(self.w) - 1) // 2

    def fwd_pass(self, p):
        self.n = len(p)
        self.xp = np.pad(p, self.P)
        K = len(self.w)
        self.rows = np.stack([self.xp[j:j + self.n] for j in range(K)])
        return self.w @ self.rows

    def bwd_pass(self, dq):
        self.dw = self.rows @ dq
        dxp = np.zeros(len(self.xp))
        for j, wj in enumerate(self.w):
            dxp[j:j + self.n] += wj * dq
        return dxp[:self.n]
