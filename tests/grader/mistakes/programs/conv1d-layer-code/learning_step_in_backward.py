# %% Practice sheet, seed 9497: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9497", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "9497", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 6aeab28bb2ef0cc0

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, learning_rate=0.01):
        self.w = np.array(w, dtype=float)
        self.lr = learning_rate

    def fwd_pass(self, p):
        self.p = np.pad(p, 2)
        return np.array([self.w @ self.p[i:i + 5] for i in range(len(p))])

    def bwd_pass(self, dq):
        n = len(dq)
        dpad = np.zeros(n + 4)
        self.dw = np.zeros(5)
        for i, g in enumerate(dq):
            dpad[i:i + 5] += g * self.w
            self.dw += g * self.p[i:i + 5]
        self.w -= self.lr * self.dw        # gradient descent
        return dpad[2:-2]
