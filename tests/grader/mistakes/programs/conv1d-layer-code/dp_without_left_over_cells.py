# %% Practice sheet, seed 1573: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1573", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "1573", "draw": 1, "parameters": {"kernel": 6, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 851cda34de4445ff

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""
    S = 2
    P = 2

    def __init__(self, w, b):
        self.w = np.array(w, dtype=float)
        self.b = b

    def fwd_pass(self, p):
        self.x = np.pad(np.array(p, dtype=float), self.P)
        view = np.lib.stride_tricks.sliding_window_view(self.x, self.w.size)[::self.S]
        self.view = view.copy()
        return self.view @ self.w + self.b

    def bwd_pass(self, dq):
        dq = np.asarray(dq, dtype=float)
        self.db = dq.sum()
        self.dw = dq @ self.view
        spread = np.zeros((dq.size - 1) * self.S + 1)
        spread[::self.S] = dq
        full = np.convolve(spread, self.w)
        return full[self.P:full.size - self.P]
