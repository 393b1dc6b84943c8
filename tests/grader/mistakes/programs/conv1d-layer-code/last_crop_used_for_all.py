# %% Practice sheet, seed 303: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "303", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "303", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: b59aaf1ad7a16e3b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        x = np.pad(p, 2)
        self.size = len(x)
        out = []
        for start in range(0, len(x) - 4, 2):
            self.crop = x[start:start + 5]
            out.append(np.dot(self.crop, self.w) + self.b)
        return np.array(out)

    def bwd_pass(self, dq):
        dx = np.zeros(self.size)
        self.dw = np.zeros(5)
        self.db = 0.0
        for i, g in enumerate(dq):
            self.dw += g * self.crop
            self.db += g
            dx[2 * i:2 * i + 5] += g * self.w
        return dx[2:-2]
