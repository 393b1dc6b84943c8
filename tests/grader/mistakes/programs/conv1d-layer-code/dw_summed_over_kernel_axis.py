# %% Practice sheet, seed 414: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "414", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "414", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 402e7fc70ea58761

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.asarray(w)

    def fwd_pass(self, p):
        xp = np.pad(p, 3)
        self.cols = np.lib.stride_tricks.sliding_window_view(xp, 7)
        return (self.cols * self.w).sum(axis=1)

    def bwd_pass(self, dq):
        n = len(dq)
        self.dw = (self.cols * dq[:, None]).sum(axis=1)
        back = np.zeros(n + 6)
        for j in range(7):
            back[j:j + n] += self.w[j] * dq
        return back[3:n + 3]
