# %% Practice sheet, seed 7557: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7557", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7557", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 918acced79be89d0

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.array(w, dtype=float)
        self.b = float(b)

    def fwd_pass(self, p):
        # kernel 7, stride 3, padding 3
        self.p_padded = np.pad(p.astype(float), 3)
        out_len = (len(p) - 7) // 3 + 1
        out = np.zeros(out_len)
        for i in range(out_len):
            crop = self.p_padded[i*3 : i*3 + 7]
            out[i] = crop.dot(self.w) + self.b
        return out

    def bwd_pass(self, dq):
        dp_padded = np.zeros_like(self.p_padded)
        self.dw = np.zeros_like(self.w)
        self.db = 0.0
        for i, g in enumerate(dq):
            sl = slice(i*3, i*3 + 7)
            self.dw += g * self.p_padded[sl]
            dp_padded[sl] += g * self.w
            self.db += g
        return dp_padded[3:-3]
