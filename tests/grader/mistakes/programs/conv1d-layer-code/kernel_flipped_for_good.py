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
        self.w = np.array(w)

    def _prozori(self, v):
        return np.lib.stride_tricks.sliding_window_view(np.pad(v, 2), 5)

    def fwd_pass(self, p):
        self.prozori = self._prozori(p)
        return self.prozori @ self.w

    def bwd_pass(self, dq):
        self.dw = dq @ self.prozori
        # konvolucija = korelacija s okrenutom jezgrom
        self.w = self.w[::-1]
        return self._prozori(dq) @ self.w
