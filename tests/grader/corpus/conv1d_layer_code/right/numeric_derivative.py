# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "9", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 16647fe31cfd746c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w, dtype=float)

    def _q(self, p, w):
        x = np.pad(p, 1)
        return np.array([x[i:i + 3] @ w for i in range(len(p))])

    def fwd_pass(self, p):
        self.p = np.array(p, dtype=float)
        return self._q(self.p, self.w)

    def bwd_pass(self, dq):
        h = 1.0
        dp = np.zeros(len(self.p))
        for i in range(len(self.p)):
            e = np.zeros(len(self.p)); e[i] = h
            dp[i] = dq @ (self._q(self.p + e, self.w) - self._q(self.p - e, self.w)) / (2 * h)
        self.dw = np.zeros(3)
        for j in range(3):
            e = np.zeros(3); e[j] = h
            self.dw[j] = dq @ (self._q(self.p, self.w + e) - self._q(self.p, self.w - e)) / (2 * h)
        return dp
