# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7", "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: fff719cd3a2fd669

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Replace each ... by your code. Helper functions and imports are welcome.

try:
    from scipy.signal import correlate as _correlate
    def correlate(x, w):
        return _correlate(x, w, mode="valid")
except ImportError:
    def correlate(x, w):
        return np.array([np.dot(x[i:i + len(w)], w) for i in range(len(x) - len(w) + 1)])

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        return correlate(self.x, self.w)

    def bwd_pass(self, dq):
        self.dw = correlate(self.x, dq)
        return correlate(np.pad(dq, 3), self.w[::-1])
