# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 5028dbfe71a94bb5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.k = len(w)
        self.padding = self.k // 2

    def _correlate(self, x, w):
        view = np.lib.stride_tricks.sliding_window_view(x, len(w))
        return view @ w

    def fwd_pass(self, p):
        self.p_padded = np.pad(p, self.padding)
        return self._correlate(self.p_padded, self.w)

    def bwd_pass(self, dq):
        self.dw = self._correlate(self.p_padded, dq)
        dq_padded = np.pad(dq, self.padding)
        return self._correlate(dq_padded, self.w)
