# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "7", "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: fff719cd3a2fd669

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        LayerConv1d.w = w

    def fwd_pass(self, p):
        LayerConv1d.x = np.pad(p, 3)
        return np.array([LayerConv1d.x[i:i + 7] @ LayerConv1d.w for i in range(len(p))])

    def bwd_pass(self, dq):
        dx = np.zeros(len(LayerConv1d.x))
        self.dw = np.zeros(7)
        for i in range(len(dq)):
            self.dw += dq[i] * LayerConv1d.x[i:i + 7]
            dx[i:i + 7] += dq[i] * LayerConv1d.w
        return dx[3:-3]
