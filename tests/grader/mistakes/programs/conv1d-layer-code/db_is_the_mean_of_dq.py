# %% Practice sheet, seed 1758: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1758", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1758", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 1262f36b7edd9bd7

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.asarray(w)
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        self.starts = np.arange(0, len(self.x) - 6 + 1, 3)
        return np.array([np.sum(self.w * self.x[s:s + 6]) + self.b for s in self.starts])

    def bwd_pass(self, dq):
        m = len(dq)
        self.dw = np.zeros(6)
        out = np.zeros(len(self.x))
        for s, g in zip(self.starts, dq):
            self.dw = self.dw + g * self.x[s:s + 6]
            out[s:s + 6] += g * self.w
        self.db = 1 / m * np.sum(dq)
        return out[2:-2]
