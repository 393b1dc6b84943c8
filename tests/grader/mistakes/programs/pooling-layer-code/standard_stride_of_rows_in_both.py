# %% Zestaw ćwiczeniowy, ziarno (seed) 6: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "6", "language": "pl"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "standard", "seed": "6", "draw": 1, "parameters": {"kind": "mean", "kernel": [3, 2], "stride": [3, 2], "channels": true, "whole": null}}
# grader-checksum: c8af17cf140dedf1

import numpy as np


# %% problem 1: Warstwy poolingu jako klasy
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerMeanPool:
    """Warstwa poolingu z przejściem wstecz."""

    def fwd_pass(self, p):
        self.p = p
        height = (p.shape[1] - 3) // 3 + 1
        width = (p.shape[2] - 2) // 2 + 1
        q = np.zeros((len(p), height, width))
        for i in range(height):
            for j in range(width):
                rows = slice(2 * i, 2 * i + 3)
                columns = slice(2 * j, 2 * j + 2)
                q[:, i, j] = p[:, rows, columns].mean(axis=(1, 2))
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                rows = slice(2 * i, 2 * i + 3)
                columns = slice(2 * j, 2 * j + 2)
                shares = dq[:, i, j] / 6
                dp[:, rows, columns] += np.reshape(shares, (-1, 1, 1))
        return dp
