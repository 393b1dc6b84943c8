# %% List za vježbu, sjeme (seed) 1610: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "1610", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1610", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: a30ed207e7c7e56e

import numpy as np


# %% problem 1: Klasa sloja za 1D konvoluciju: jezgra veličine 6
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = np.asarray(w, float)
        self.b = float(b)

    def fwd_pass(self, p):
        self.duljina = len(p)
        self.x = np.pad(np.asarray(p, float), 2)
        izlazi = (len(self.x) - 6) // 3 + 1
        return np.array([self.x[3 * i:3 * i + 6] @ self.w + self.b for i in range(izlazi)])

    def bwd_pass(self, dq):
        self.db = float(np.sum(dq))
        self.dw = sum(g * self.x[3 * i:3 * i + 6] for i, g in enumerate(dq))
        # izmedju susjednih gradijenata umetnemo nule (korak 3)
        razmaknuto = []
        for g in dq:
            razmaknuto += [g, 0.0, 0.0, 0.0]
        razmaknuto = razmaknuto[:-3]
        puno = np.convolve(razmaknuto, self.w)
        dx = np.zeros(len(self.x))
        m = min(len(dx), len(puno))
        dx[:m] = puno[:m]
        return dx[2:2 + self.duljina]
