# Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "4", "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 5fd45aa29ae2701d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        n = (len(self.x) - 7) // 2 + 1
        self.idx = 2 * np.arange(n)[:, None] + np.arange(7)
        return self.x[self.idx] @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.x[self.idx].T @ dq
        self.db = dq.sum()
        dx = np.zeros(len(self.x))
        dx[self.idx] += np.outer(dq, self.w)
        return dx[2:-2]
