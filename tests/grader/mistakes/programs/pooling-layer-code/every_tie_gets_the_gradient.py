# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"kind": "max", "kernel": [2, 4], "stride": [2, 4], "channels": true, "whole": null}}
# grader-checksum: 4b09271b326326f5

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerMaxPool:
    """Pooling layer with a backward pass."""

    def _windows(self, p):
        C, H, W = p.shape
        h, w = H // 2, W // 4
        return p[:, :2 * h, :4 * w].reshape(C, h, 2, w, 4)

    def fwd_pass(self, p):
        self.p = p
        self.q = self._windows(p).max(axis=(2, 4))
        return self.q

    def bwd_pass(self, dq):
        C, h, w = dq.shape
        mask = self._windows(self.p) == self.q[:, :, None, :, None]
        grad = mask * dq[:, :, None, :, None]
        dp = np.zeros(self.p.shape)
        dp[:, :2 * h, :4 * w] = grad.reshape(C, 2 * h, 4 * w)
        return dp
