# %% Practice sheet, seed 1536: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1536", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1536", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: dac3b3ab061a7f0c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.params = (np.asarray(w, float), b)

    def fwd_pass(self, p):
        w, b = self.params
        stride, pad = 2, 2
        x_pad = np.pad(p, pad)
        out = np.zeros(1 + (len(p) + 2 * pad - len(w)) // stride)
        for i in range(len(out)):
            out[i] = np.sum(x_pad[i * stride:i * stride + len(w)] * w) + b
        self.cache = (x_pad, stride, pad)
        return out

    def bwd_pass(self, dq):
        w, b = self.params
        x_pad, stride, pad = self.cache
        dx_pad = np.zeros(x_pad.shape)
        for i in range(len(dq)):
            field = slice(i * stride, i * stride + len(w))
            self.dw = x_pad[field] * dq[i]
            dx_pad[field] += w * dq[i]
        self.db = np.sum(dq)
        return dx_pad[pad:-pad]
