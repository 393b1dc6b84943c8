# %% Practice sheet, seed 415: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "415", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "415", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: c88964578d9081e9

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def _crops(self, a):
        z = np.pad(a, 1)
        return np.array([z[i:i + 3] for i in range(len(a))])

    def fwd_pass(self, p):
        self.out = self._crops(p) @ self.w
        return self.out

    def bwd_pass(self, dq):
        self.dw = dq @ self._crops(self.out)
        return self._crops(dq) @ self.w[::-1]
