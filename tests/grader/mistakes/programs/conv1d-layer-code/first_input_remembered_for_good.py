# %% Practice sheet, seed 440: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "440", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "easy", "seed": "440", "draw": 1, "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: e9f32dd85b5812fc

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w
        self.p = None

    def fwd_pass(self, p):
        if self.p is None:
            self.p = p
        return self.w * p

    def bwd_pass(self, dq):
        n = len(dq)
        self.dw = np.sum(self.p[:n] * dq)
        return self.w * dq
