# %% Practice sheet, seed 416: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "416", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "416", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: ba4bfcf7cf3cc4d8

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def valid(a, b):
    return np.array([a[i:i + len(b)] @ b for i in range(len(a) - len(b) + 1)])

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 3)
        return valid(self.x, self.w)[::3] + self.b

    def bwd_pass(self, dq):
        spread = np.zeros(3 * (len(dq) - 1) + 1)
        spread[::3] = dq
        self.dw = valid(self.x, spread)
        self.db = dq.sum()
        dx = np.zeros(len(self.x))
        part = valid(np.pad(spread, 6), self.w[::-1])
        dx[:len(part)] = part
        return dx[3:-3]
