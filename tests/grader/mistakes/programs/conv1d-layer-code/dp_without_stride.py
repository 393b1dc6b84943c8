# %% Practice sheet, seed 1499: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1499", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1499", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 95218a08f955440f

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.W = w
        self.b = b

    def fwd_pass(self, p):
        f, pad, stride = 5, 2, 3
        A_prev_pad = np.pad(p, pad)
        n_H = int((len(p) - f + 2 * pad) / stride) + 1
        Z = np.zeros(n_H)
        for h in range(n_H):
            start = h * stride
            Z[h] = np.sum(A_prev_pad[start:start + f] * self.W) + self.b
        self.cache = (p, A_prev_pad)
        return Z

    def bwd_pass(self, dq):
        f, pad, stride = 5, 2, 3
        A_prev, A_prev_pad = self.cache
        dA_prev_pad = np.zeros(len(A_prev_pad))
        dW = np.zeros(f)
        db = 0.
        for h in range(len(dq)):
            a_slice = A_prev_pad[h * stride:h * stride + f]
            dA_prev_pad[h:h + f] += self.W * dq[h]
            dW += a_slice * dq[h]
            db += dq[h]
        self.dw = dW
        self.db = db
        return dA_prev_pad[pad:-pad]
