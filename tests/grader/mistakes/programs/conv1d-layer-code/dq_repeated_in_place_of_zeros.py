# %% Practice sheet, seed 305: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "305", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "305", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 09cd789d51d5fcb7

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.asarray(w)
        self.b = b

    def fwd_pass(self, p):
        self.n = len(p)
        x = np.pad(p, 2)
        self.windows = np.array([x[s:s + 7] for s in range(0, len(x) - 6, 3)])
        return self.windows @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = dq @ self.windows
        self.db = np.sum(dq)
        wide = np.repeat(dq, 3)
        full = np.zeros(self.n + 4 + 9)
        for i, g in enumerate(wide):
            full[i:i + 7] += g * self.w
        return full[2:2 + self.n]
