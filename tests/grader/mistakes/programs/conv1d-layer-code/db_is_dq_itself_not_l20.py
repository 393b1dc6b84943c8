# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1", "draw": 1, "parameters": {"kernel": 5, "stride": 3, "padding": 2, "bias": true}}
# grader-checksum: 26538b3084df8781

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        x = np.pad(p, 2)
        windows = np.lib.stride_tricks.sliding_window_view(x, 5)[::3]
        self.windows = windows
        return windows @ self.w + self.b

    def bwd_pass(self, dq):
        self.db = dq
        self.dw = self.windows.T @ dq
        dx = np.zeros(len(self.p) + 4)
        for i in range(len(dq)):
            dx[3*i:3*i+5] += dq[i] * self.w
        return dx[2:len(self.p) + 2]
