# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "2", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 702d8675f7868791

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jedna težina
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

tezina = None

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        global tezina
        tezina = w

    def fwd_pass(self, p):
        self.p = p
        return tezina * p

    def bwd_pass(self, dq):
        self.dw = np.sum(self.p * dq)
        return tezina * dq
