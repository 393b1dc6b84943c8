# %% Practice sheet, seed 417: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "417", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "417", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: ed134db8b2d9c0e5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        n_out = (len(self.x) - 7) // 2 + 1
        self.pos = [2 * i for i in range(n_out)]
        return np.array([self.x[a:a + 7] @ self.w + self.b for a in self.pos])

    def bwd_pass(self, dq):
        total = np.zeros(len(self.x))
        count = np.zeros(len(self.x))
        self.dw = np.zeros(7)
        for a, g in zip(self.pos, dq):
            total[a:a + 7] += g * self.w
            count[a:a + 7] += 1
            self.dw += g * self.x[a:a + 7]
        self.db = dq.sum()
        return (total / np.maximum(count, 1))[2:-2]
