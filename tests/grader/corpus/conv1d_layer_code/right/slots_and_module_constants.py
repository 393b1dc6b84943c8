# Practice sheet, seed 12: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "12", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "12", "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: df499b4b32bea820

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

STRIDE, PADDING, KERNEL = 3, 2, 5


class Pad:
    """Adds and removes cells."""

    @classmethod
    def add(cls, x):
        return np.insert(np.append(x, [0] * PADDING), 0, [0] * PADDING)

    @classmethod
    def remove(cls, x):
        return x[PADDING:][:-PADDING]


class LayerConv1d:
    __slots__ = ("w", "b", "dw", "db", "p")

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = Pad.add(p)
        return np.array([self.p[i:i+KERNEL] @ self.w for i in range(0, self.p.size - KERNEL + 1, STRIDE)]) + self.b

    def bwd_pass(self, dq):
        self.db = dq @ np.ones(dq.size)
        self.dw = np.array([sum(dq[i] * self.p[STRIDE*i + j] for i in range(dq.size)) for j in range(KERNEL)])
        dp = np.zeros(self.p.size)
        for i in range(dq.size):
            dp[STRIDE*i:STRIDE*i + KERNEL] += dq[i] * self.w
        return Pad.remove(dp)
