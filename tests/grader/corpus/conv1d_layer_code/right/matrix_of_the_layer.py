# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "2", "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 71d997ce1d4d08aa

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 7
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = w

    def matrica(self, n):
        A = np.zeros((n, n + 6))
        for i in range(n):
            A[i, i:i + 7] = self.w
        return A[:, 3:-3]

    def fwd_pass(self, p):
        self.p = p.copy()
        return self.matrica(len(p)) @ p

    def bwd_pass(self, dq):
        # dq_i / dw_j = p_(i + j - 3)
        prosireno = np.pad(self.p, 3)
        self.dw = np.array([dq @ prosireno[j:j + len(dq)] for j in range(7)])
        return self.matrica(len(self.p)).T @ dq
