# %% Practice sheet, seed 2482: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2482", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "2482", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: e90e18505215910b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def _windows(self, v):
        return np.lib.stride_tricks.sliding_window_view(np.pad(v, 2), 5)

    def fwd_pass(self, p):
        self.rows = self._windows(p)          # one row for every output
        return self.rows @ self.w

    def bwd_pass(self, dq):
        # every output has its own gradient of w: put them together
        single = dq[:, None] * self.rows
        self.dw = single.mean(axis=0)
        return self._windows(dq) @ np.flip(self.w)
