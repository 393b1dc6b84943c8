# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "9", "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: b638fe3aeec26431

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6

class LayerConv1d:
    def __init__(self, w, b):
        self.w, self.b = np.asarray(w, float), float(b)

    def _view(self, x):
        k = self.w.size
        n = (x.size - k) // 3 + 1
        s = x.strides[0]
        return np.lib.stride_tricks.as_strided(x, (n, k), (3 * s, s))

    def fwd_pass(self, p):
        self._x = np.pad(np.asarray(p, float), 3)
        return np.einsum("nk,k->n", self._view(self._x), self.w) + self.b

    def bwd_pass(self, dq):
        dq = np.asarray(dq, float)
        self.db = np.einsum("n->", dq)
        self.dw = np.einsum("nk,n->k", self._view(self._x), dq)
        dx = np.zeros_like(self._x)
        view = self._view(dx)
        contributions = np.einsum("n,k->nk", dq, self.w)
        for j in range(self.w.size):
            view[:, j] += contributions[:, j]
        return dx[3:-3]
