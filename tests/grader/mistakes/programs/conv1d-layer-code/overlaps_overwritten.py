# %% Practice sheet, seed 409: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "409", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "409", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: 3050f31c8d778e37

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p_pad = np.pad(p, 1)
        f = len(self.w)
        out = np.empty(len(p))
        for h in range(len(p)):
            out[h] = np.dot(self.p_pad[h:h + f], self.w)
        return out

    def bwd_pass(self, dq):
        f = len(self.w)
        dp_pad = np.zeros(self.p_pad.shape)
        dw = np.zeros(f)
        for h in range(len(dq)):
            dp_pad[h:h + f] = self.w * dq[h]
            dw += self.p_pad[h:h + f] * dq[h]
        self.dw = dw
        return dp_pad[1:-1]
