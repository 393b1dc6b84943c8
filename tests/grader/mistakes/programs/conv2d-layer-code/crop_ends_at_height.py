# %% List za vježbu, sjeme (seed) 7973: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7973", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "7973", "draw": 1, "parameters": {"kernel": [4, 3], "stride": 2, "padding": 2, "bias": true, "channels": [2, 3], "few_loops": true}}
# grader-checksum: 2983988fec28cc87

import numpy as np


# %% problem 1: Klasa sloja za 2D konvoluciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv2d:
    """Sloj 2D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = np.asarray(w, dtype=float)
        self.b = np.asarray(b, dtype=float)

    def fwd_pass(self, p):
        self.H, self.W = p.shape[1], p.shape[2]
        self.pp = np.pad(p, ((0, 0), (2, 2), (2, 2)))
        self.okna = np.lib.stride_tricks.sliding_window_view(
            self.pp, self.w.shape[2:], axis=(1, 2))[:, ::2, ::2]
        return np.einsum("cxyij,ocij->oxy", self.okna, self.w) + self.b[:, np.newaxis, np.newaxis]

    def bwd_pass(self, dq):
        self.db = np.einsum("oxy->o", dq)
        self.dw = np.einsum("oxy,cxyij->ocij", dq, self.okna)
        dokna = np.einsum("oxy,ocij->xycij", dq, self.w)
        dpp = np.zeros(self.pp.shape)
        visina, sirina = dq.shape[1:]
        for x in range(visina):
            for y in range(sirina):
                dpp[:, 2*x:2*x+4, 2*y:2*y+3] += dokna[x, y]
        return dpp[:, 2:self.H, 2:self.W]
