# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"kernel": [3, 4], "stride": 2, "padding": 2, "bias": true, "channels": [4, 3], "few_loops": true}}
# grader-checksum: 6cab69c63acfda6c

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        O, C, kh, kw = self.w.shape
        self.p = p
        self.padded = np.pad(p, ((0, 0), (2, 2), (2, 2)))
        h = (self.padded.shape[1] - kh) // 2 + 1
        w = (self.padded.shape[2] - kw) // 2 + 1
        q = np.zeros((O, h, w))
        for i in range(h):
            for j in range(w):
                crop = self.padded[:, 2 * i:2 * i + kh, 2 * j:2 * j + kw]
                q[:, i, j] = np.tensordot(self.w, crop, axes=3) + self.b
        return q

    def bwd_pass(self, dq):
        O, C, kh, kw = self.w.shape
        self.dw = np.zeros(self.w.shape)
        self.db = np.sum(dq)
        dpad = np.zeros(self.padded.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                crop = self.padded[:, 2 * i:2 * i + kh, 2 * j:2 * j + kw]
                self.dw += dq[:, i, j].reshape(O, 1, 1, 1) * crop
                dpad[:, 2 * i:2 * i + kh, 2 * j:2 * j + kw] += np.tensordot(dq[:, i, j], self.w, axes=1)
        return dpad[:, 2:-2, 2:-2]
