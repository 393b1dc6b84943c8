# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"kernel": [5, 4], "stride": 3, "padding": 2, "bias": true, "channels": [3, 4], "few_loops": true}}
# grader-checksum: a09f569773a77eb7

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        O, C, kh, kw = self.w.shape
        self.H, self.W = p.shape[1:]
        self.x = np.pad(p, ((0, 0), (2, 2), (2, 2)), mode="constant")
        oh = (self.H + 4 - kh) // 3 + 1
        ow = (self.W + 4 - kw) // 3 + 1
        q = np.zeros((O, oh, ow)) + self.b[:, None, None]
        for a in range(kh):
            for b in range(kw):
                part = self.x[:, a:a + 3 * oh - 2:3, b:b + 3 * ow - 2:3]
                q += np.einsum("oc,cij->oij", self.w[:, :, a, b], part)
        return q

    def bwd_pass(self, dq):
        O, C, kh, kw = self.w.shape
        oh, ow = dq.shape[1:]
        self.db = np.einsum("oij->o", dq)
        self.dw = np.zeros(self.w.shape)
        dx = np.zeros(self.x.shape)
        for a in range(kh):
            for b in range(kw):
                part = (slice(None), slice(a, a + 3 * oh - 2, 3), slice(b, b + 3 * ow - 2, 3))
                self.dw[:, :, a, b] = np.einsum("oij,cij->oc", dq, self.x[part])
                dx[part] += np.einsum("oc,oij->cij", self.w[:, :, a, b], dq)
        return dx[:, :self.H, :self.W]
