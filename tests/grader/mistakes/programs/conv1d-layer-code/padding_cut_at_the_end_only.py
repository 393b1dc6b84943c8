# %% Practice sheet, seed 2271: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2271", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "2271", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 2d0d8d4bc526a22d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.asarray(w, dtype=float)

    def fwd_pass(self, p):
        self.length = len(p)
        self.z = np.concatenate(([0.0], p, [0.0]))
        out = []
        for i in range(self.length):
            out.append(self.w.dot(self.z[i:i + 3]))
        return np.array(out)

    def bwd_pass(self, dq):
        dz = np.zeros(self.z.shape)
        self.dw = np.zeros(3)
        for i in range(self.length):
            dz[i:i + 3] += dq[i] * self.w
            self.dw += dq[i] * self.z[i:i + 3]
        # the padding is not part of p
        return dz[:self.length]
