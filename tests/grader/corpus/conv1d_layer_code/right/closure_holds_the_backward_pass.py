# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7", "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: fff719cd3a2fd669

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self._backward = lambda dq: None

    def fwd_pass(self, p):
        x = np.pad(p, 3)
        k = len(self.w)
        w = self.w

        def _backward(dq):
            dw, dx = np.zeros(k), np.zeros(len(x))
            for i, g in enumerate(dq):
                dw += g * x[i:i + k]
                dx[i:i + k] += g * w
            return dw, dx[3:-3]

        self._backward = _backward
        return np.array([x[i:i + k].dot(w) for i in range(len(p))])

    def bwd_pass(self, dq):
        self.dw, dp = self._backward(dq)
        return dp
