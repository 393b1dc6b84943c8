# %% List za vježbu, sjeme (seed) 7210: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7210", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7210", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: c7885bb95664bdbe

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def korelacija(a, b):
    """'valid' kroskorelacija: b klizi po a (a je dulji)"""
    n = len(a) - len(b) + 1
    return np.array([np.sum(a[i:i + len(b)] * b) for i in range(n)])


def korelacija_puna(a, b):
    """sve pozicije: sum_i a[i + s] * b[i] za s = -(len(b) - 1), ..., len(a) - 1"""
    return korelacija(np.pad(a, len(b) - 1), b)


class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        self.w = np.asarray(w)

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        return korelacija(self.x, self.w)

    def bwd_pass(self, dq):
        n = len(dq)
        # puna korelacija, iz nje nam treba 5 clanova u sredini
        puna = korelacija_puna(dq, self.x)
        self.dw = puna[n - 1:n + 4]
        dx = korelacija_puna(dq, self.w[::-1])
        return dx[2:-2]
