# Practice sheet, seed 5: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "5", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: a72cb677c942f0c5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

CACHE = {}

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        CACHE["x"] = np.pad(p, 2)
        return np.array([CACHE["x"][i:i + 5] @ self.w for i in range(len(p))])

    def bwd_pass(self, dq):
        x = CACHE["x"]
        dx = np.zeros(len(x))
        self.dw = np.zeros(5)
        for i in range(len(dq)):
            self.dw += dq[i] * x[i:i + 5]
            dx[i:i + 5] += dq[i] * self.w
        return dx[2:-2]
