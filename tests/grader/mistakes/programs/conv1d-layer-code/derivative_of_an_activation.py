# %% Practice sheet, seed 301: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "301", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "301", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 870a9b34804b3f6f

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w)

    def fwd_pass(self, p):
        self.p = p
        x = np.pad(p, 2)
        self.X = np.array([x[i:i + 5] for i in range(len(p))])
        return self.X @ self.w

    def bwd_pass(self, dq):
        self.dw = self.X.T @ dq
        d = np.pad(dq, 2)
        rot = np.flip(self.w)
        delta = np.array([d[i:i + 5] @ rot for i in range(len(dq))])
        return delta * (self.p > 0)
