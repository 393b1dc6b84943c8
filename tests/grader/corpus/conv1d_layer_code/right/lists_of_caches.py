# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7", "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: c774f10ee16bf5cb

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.inputs = []
        self.history = {"forward": 0, "backward": 0}

    def fwd_pass(self, p):
        self.history["forward"] += 1
        x = np.pad(p, 2)
        self.inputs.append(x)
        return np.array([np.sum(x[i:i + 6] * self.w) + self.b for i in range(0, len(x) - 5, 2)])

    def bwd_pass(self, dq):
        self.history["backward"] += 1
        x = self.inputs[-1]
        self.dw = np.sum([g * x[2 * i:2 * i + 6] for i, g in enumerate(dq)], axis=0)
        self.db = np.sum(dq)
        dx = np.zeros(len(x))
        for i, g in enumerate(dq):
            for j, w in enumerate(self.w):
                dx[2 * i + j] += g * w
        return dx[2:len(x) - 2]
