# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "6", "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 7fd000cc99451dce

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.stride = 3
        self.padding = 3

    def fwd_pass(self, p):
        self.x = np.pad(p, self.padding)
        windows = np.lib.stride_tricks.sliding_window_view(self.x, len(self.w))
        return windows[::self.stride] @ self.w + self.b

    def _spread(self, dq):
        """Zeros between the entries, as many as there are outputs with stride 1."""
        spread = np.zeros(len(self.x) - len(self.w) + 1)
        spread[::self.stride] = dq
        return spread

    def bwd_pass(self, dq):
        g = self._spread(dq)
        self.db = dq.sum()
        self.dw = np.lib.stride_tricks.sliding_window_view(self.x, len(g)) @ g
        full = np.pad(g, len(self.w) - 1)
        dx = np.lib.stride_tricks.sliding_window_view(full, len(self.w)) @ self.w[::-1]
        return dx[self.padding:-self.padding]
