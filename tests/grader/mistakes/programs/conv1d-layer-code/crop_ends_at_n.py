# %% Practice sheet, seed 61578: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "61578", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "61578", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 67eeef14eb5f5db0

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        P, S, K = 2, 2, 5
        N = len(p)
        big = np.zeros(N + 2 * P)
        big[P:P + N] = p
        M = (N + 2 * P - K) // S + 1
        out = np.zeros(M)
        for m in range(M):
            out[m] = self.b + big[S * m:S * m + K] @ self.w
        self.cache = big, N, P, S, K
        return out

    def bwd_pass(self, dq):
        big, N, P, S, K = self.cache
        dbig = np.zeros_like(big)
        self.dw = np.zeros(K)
        self.db = np.sum(dq)
        for m, g in enumerate(dq):
            here = slice(S * m, S * m + K)
            self.dw += g * big[here]
            dbig[here] += g * self.w
        return dbig[P:N]
