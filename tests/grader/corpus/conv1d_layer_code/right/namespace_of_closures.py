# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "2", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: 702d8675f7868791

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jedna težina
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

from types import SimpleNamespace

def LayerConv1d(w):
    sloj = SimpleNamespace(w=w, dw=None)

    def fwd_pass(p):
        sloj.p = p
        return w * p

    def bwd_pass(dq):
        sloj.dw = np.dot(sloj.p, dq)
        return w * dq

    sloj.fwd_pass, sloj.bwd_pass = fwd_pass, bwd_pass
    return sloj
