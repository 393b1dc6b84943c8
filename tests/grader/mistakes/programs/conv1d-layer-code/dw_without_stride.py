# %% Practice sheet, seed 1536: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1536", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1536", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: dac3b3ab061a7f0c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def windows(a, k, step, count):
    idx = step * np.arange(count)[:, None] + np.arange(k)[None, :]
    return a[idx], idx


class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = np.asarray(w)
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        self.m = (self.x.size - 7) // 2 + 1
        cols, _ = windows(self.x, 7, 2, self.m)
        return cols @ self.w + self.b

    def bwd_pass(self, dq):
        cols, _ = windows(self.x, 7, 1, self.m)
        self.dw = dq @ cols
        self.db = np.sum(dq)
        _, idx = windows(self.x, 7, 2, self.m)
        dx = np.zeros(self.x.size)
        np.add.at(dx, idx, np.outer(dq, self.w))
        return dx[2:-2]
