# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 328e006e039458a4

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
class LayerConv1d:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(p, 2)
        w = np.lib.stride_tricks.sliding_window_view(self.x, 6)[::2]
        self.w_in = w
        return w @ self.w + self.b

    def bwd_pass(self, dq):
        self.db = dq
        self.dw = dq @ self.w_in
        dx = np.zeros(len(self.x))
        for n in range(len(dq)):
            dx[2 * n:2 * n + 6] += dq[n] * self.w
        return dx[2:-2]
