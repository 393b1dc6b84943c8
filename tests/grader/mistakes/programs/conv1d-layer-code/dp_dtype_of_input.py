# %% List za vježbu, sjeme (seed) 7210: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7210", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7210", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: c7885bb95664bdbe

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        self.p_pad = np.concatenate([[0, 0], p, [0, 0]])
        q = np.empty(len(p))
        for i in range(len(p)):
            q[i] = np.dot(self.w, self.p_pad[i:i + 5])
        return q

    def bwd_pass(self, dq):
        self.dw = np.zeros(5)
        for k in range(5):
            self.dw[k] = np.dot(dq, self.p_pad[k:k + len(dq)])

        dq_pad = np.concatenate([[0, 0], dq, [0, 0]])
        w_rev = self.w[::-1]
        dp = np.zeros_like(self.p)
        for i in range(len(dp)):
            dp[i] = np.dot(w_rev, dq_pad[i:i + 5])
        return dp
