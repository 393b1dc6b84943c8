# %% Practice sheet, seed 4: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "4", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 9fbc1aff0182caa1

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.padded = np.pad(p, 2)
        n = (len(self.padded) - 7) // 2 + 1
        q = np.zeros(n)
        for t in range(n):
            q[t] = np.dot(self.w, self.padded[2*t:2*t+7]) + self.b
        return q

    def bwd_pass(self, dq):
        dpad = np.zeros_like(self.padded, dtype=float)
        self.dw = np.zeros(7)
        for t in range(len(dq)):
            dpad[2*t:2*t+7] = dq[t] * self.w
            self.dw += dq[t] * self.padded[2*t:2*t+7]
        self.db = dq.sum()
        return dpad[2:-2]
