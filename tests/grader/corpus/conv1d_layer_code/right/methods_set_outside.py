# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "6", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 0fd12b5c1d32b327

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w


def fwd_pass(self, p):
    self.p = np.pad(p, 2)
    return sum(self.w[j] * self.p[j:j + len(p)] for j in range(5))


def bwd_pass(self, dq):
    self.dw = np.array([np.dot(self.p[j:j + len(dq)], dq) for j in range(5)])
    dq_pad = np.pad(dq, 2)
    return sum(self.w[4 - j] * dq_pad[j:j + len(dq)] for j in range(5))


LayerConv1d.fwd_pass = fwd_pass
LayerConv1d.bwd_pass = bwd_pass
