# %% Practice sheet, seed 85335: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "85335", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "85335", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 2ae41fd3f9ce7cd3

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x_pad = np.pad(p, 2)
        n_out = 1 + (len(p) + 4 - 5) // 2
        out = np.zeros(n_out)
        for i in range(n_out):
            out[i] = np.sum(self.x_pad[2 * i:2 * i + 5] * self.w) + self.b
        return out

    def bwd_pass(self, dq):
        dx_pad = np.zeros(len(self.x_pad))
        dw = np.zeros(5)
        for i in range(len(dq)):
            dx_pad[2 * i:2 * i + 5] += dq[i] * np.array(self.w)
            dw += dq[i] * self.x_pad[2 * i:2 * i + 5]
        self.dw = dw
        self.db = dq.sum()
        return dx_pad[2:-2], self.dw, self.db
