# List za vježbu, sjeme (seed) 5: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "5", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "5", "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 47acc0bf452dabaf

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return np.array([(self.x[i:i + 5] @ self.w + self.b).item() for i in range(0, len(self.x) - 4, 2)])

    def bwd_pass(self, dq):
        self.db = dq.sum().item()
        dx, dw = np.zeros(len(self.x)), np.zeros(5)
        for i, g in enumerate(dq):
            dx[2 * i:2 * i + 5] += g * self.w
            dw += g * self.x[2 * i:2 * i + 5]
        self.dw = dw.tolist()
        return dx[2:-2].tolist()
