# %% Practice sheet, seed 7321: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7321", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "standard", "seed": "7321", "draw": 1, "parameters": {"kernel": [5, 5], "stride": 1, "padding": 2, "bias": false, "channels": [2, 4], "few_loops": false}}
# grader-checksum: 3182be9eab440c63

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        cin, H, W = p.shape
        cout = self.w.shape[0]
        self.shape = p.shape
        self.dw = np.zeros(self.w.shape)
        self.padded = np.pad(p, ((0, 0), (2, 2), (2, 2)))
        q = np.zeros((cout, H, W))
        for o in range(cout):
            for c in range(cin):
                for i in range(H):
                    for j in range(W):
                        q[o, i, j] += np.sum(self.padded[c, i:i + 5, j:j + 5] * self.w[o, c])
        return q

    def bwd_pass(self, dq):
        cin, H, W = self.shape
        dpad = np.zeros((cin, H + 4, W + 4))
        for o in range(len(self.w)):
            for i in range(H):
                for j in range(W):
                    dpad[:, i:i + 5, j:j + 5] += dq[o, i, j] * self.w[o]
                    self.dw[o] += dq[o, i, j] * self.padded[:, i:i + 5, j:j + 5]
        return dpad[:, 2:-2, 2:-2]
