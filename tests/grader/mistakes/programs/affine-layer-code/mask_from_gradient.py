# %% List za vježbu, sjeme (seed) 7638: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7638", "language": "hr"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "standard", "seed": "7638", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": true, "mean": true, "second": "relu", "mean_loss": false}}
# grader-checksum: 91f4d234a0a6af01

import numpy as np


# %% problem 1: Klase za grupu podataka: potpuno povezani sloj
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerAffine:
    """Klasa s unaprijednim i unatražnim prolazom."""

    def __init__(self, b, w):
        self.b = b
        self.w = w

    def fwd_pass(self, p):
        self.ulaz = p
        return np.einsum('ni,oi->no', p, self.w) + self.b

    def bwd_pass(self, dq):
        self.dw = np.einsum('no,ni->oi', dq, self.ulaz) / len(dq)
        self.db = np.mean(dq, axis=0)
        return np.einsum('no,oi->ni', dq, self.w)


class LayerReLU:
    """Klasa s unaprijednim i unatražnim prolazom."""

    def fwd_pass(self, p):
        self.ulaz = p
        return np.where(p > 0, p, 0)

    def bwd_pass(self, dq):
        return np.where(dq > 0, dq, 0)
