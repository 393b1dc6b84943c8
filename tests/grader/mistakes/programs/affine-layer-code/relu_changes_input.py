# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": true, "mean": true, "second": "relu", "mean_loss": false}}
# grader-checksum: c0f803caa0a4945f

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, b, w):
        self.b, self.w = b, w

    def fwd_pass(self, p):
        self.p = p
        return np.einsum("ni,oi->no", p, self.w) + self.b

    def bwd_pass(self, dq):
        n = dq.shape[0]
        self.dw = np.einsum("no,ni->oi", dq, self.p) / n
        self.db = np.einsum("no->o", dq) / n
        return np.einsum("no,oi->ni", dq, self.w)


class LayerReLU:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, p):
        self.mask = p <= 0
        out = p
        out[self.mask] = 0
        return out

    def bwd_pass(self, dq):
        dp = np.array(dq)
        dp[self.mask] = 0
        return dp
