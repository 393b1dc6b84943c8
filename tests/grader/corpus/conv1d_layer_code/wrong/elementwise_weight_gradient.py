# List za vježbu, sjeme (seed) 1: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "1", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "1", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: b81fe37880183857

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jedna težina
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return self.w * p

    def bwd_pass(self, dq):
        self.dw = self.p * dq
        return self.w * dq
