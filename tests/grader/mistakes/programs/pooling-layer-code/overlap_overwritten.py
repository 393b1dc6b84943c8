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
        self.p = p
        C, H, W = p.shape
        izlaz = np.zeros((C, (H - 4) // 2 + 1, (W - 4) // 2 + 1))
        for i in range(izlaz.shape[1]):
            for j in range(izlaz.shape[2]):
                izlaz[:, i, j] = p[:, 2*i:2*i+4, 2*j:2*j+4].max(axis=(1, 2))
        return izlaz

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        C, H, W = dq.shape
        for k in range(C):
            for i in range(H):
                for j in range(W):
                    prozor = self.p[k, 2*i:2*i+4, 2*j:2*j+4]
                    r, s = np.unravel_index(np.argmax(prozor), (4, 4))
                    dp[k, 2*i + r, 2*j + s] = dq[k, i, j]
        return dp


class LayerGlobalMeanPool:
    """Sloj sažimanja s unatražnim prolazom."""

    def fwd_pass(self, p):
        self.oblik = p.shape
        return p.mean(axis=(1, 2))

    def bwd_pass(self, dq):
        C, H, W = self.oblik
        return np.ones((C, H, W)) * dq[:, None, None] / (H * W)
