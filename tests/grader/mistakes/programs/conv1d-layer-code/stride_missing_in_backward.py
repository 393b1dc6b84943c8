# %% Practice sheet, seed 5929: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5929", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "5929", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: dbea6fab404fb1a2

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        stride, pad, f = 2, 2, 5
        self.p_shape = len(p)
        self.p_pad = np.pad(p, (pad, pad), mode='constant', constant_values=(0, 0))
        n_out = int((len(p) - f + 2 * pad) / stride) + 1
        q = np.zeros(n_out)
        for h in range(n_out):
            start = h * stride
            q[h] = np.sum(self.p_pad[start:start + f] * self.w) + self.b
        return q

    def bwd_pass(self, dq):
        stride, pad, f = 2, 2, 5
        dp_pad = np.zeros(len(self.p_pad))
        self.dw = np.zeros(f)
        self.db = 0
        for h in range(len(dq)):
            start = h
            end = start + f
            dp_pad[start:end] += self.w * dq[h]
            self.dw += self.p_pad[start:end] * dq[h]
            self.db += dq[h]
        return dp_pad[pad:pad + self.p_shape]
