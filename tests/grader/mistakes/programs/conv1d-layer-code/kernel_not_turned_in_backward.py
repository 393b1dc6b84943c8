# %% Practice sheet, seed 1234: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1234", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1234", "draw": 1, "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-checksum: b43232abca24642c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 3
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = np.array(w)
        self.k = len(w)
        self.pad = 1

    @staticmethod
    def _correlate(x, kernel):
        k = len(kernel)
        return np.array([x[i:i + k] @ kernel for i in range(len(x) - k + 1)])

    def fwd_pass(self, p):
        self.padded = np.pad(p, self.pad)
        return self._correlate(self.padded, self.w)

    def bwd_pass(self, dq):
        # dw: padded input with dq, dp: padded dq with the kernel
        self.dw = self._correlate(self.padded, dq)
        return self._correlate(np.pad(dq, self.pad), self.w)
