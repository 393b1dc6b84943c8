# %% List za vježbu, sjeme (seed) 7042: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7042", "language": "hr"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "hard", "seed": "7042", "draw": 1, "parameters": {"kind": "max", "kernel": [4, 4], "stride": [2, 2], "channels": true, "whole": "mean"}}
# grader-checksum: 925ad1b9c897eb52

import numpy as np


# %% problem 1: Slojevi sažimanja kao klase
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerMaxPool:
    """Sloj sažimanja s unatražnim prolazom."""

    def fwd_pass(self, p):
        prozori = np.lib.stride_tricks.sliding_window_view(p, (4, 4), axis=(1, 2))[:, ::2, ::2]
        c, h, w = prozori.shape[:3]
        ravno = prozori.reshape(c, h, w, 16)
        self.polozaj = ravno.argmax(axis=3)
        self.oblik = p.shape
        return ravno.max(axis=3)

    def bwd_pass(self, dq):
        c, h, w = dq.shape
        k, i, j = np.indices((c, h, w))
        dp = np.zeros(self.oblik)
        np.add.at(dp, (k, 2 * i + self.polozaj // 4, 2 * j + self.polozaj % 4), dq)
        return dp


class LayerGlobalMeanPool:
    """Sloj sažimanja s unatražnim prolazom."""

    def fwd_pass(self, p):
        self.c, self.h, self.w = p.shape
        return np.mean(p, axis=(0, 1))

    def bwd_pass(self, dq):
        dp = np.zeros((self.c, self.h, self.w))
        for k in range(self.c):
            dp[k] = dq[k] / (self.h * self.w)
        return dp
