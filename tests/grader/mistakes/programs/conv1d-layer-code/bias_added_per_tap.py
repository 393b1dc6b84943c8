# %% Practice sheet, seed 7557: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7557", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "7557", "draw": 1, "parameters": {"kernel": 7, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 918acced79be89d0

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    K, S, P = 7, 3, 3

    def __init__(self, w, b):
        self.w, self.b = w, b

    def fwd_pass(self, p):
        K, S, P = self.K, self.S, self.P
        self.length = len(p)
        self.x = [0.0] * P + [float(v) for v in p] + [0.0] * P
        n_out = (len(self.x) - K) // S + 1
        q = []
        for i in range(n_out):
            total = 0.0
            for k in range(K):
                total += self.w[k] * self.x[i * S + k] + self.b
            q.append(total)
        return np.array(q)

    def bwd_pass(self, dq):
        K, S, P = self.K, self.S, self.P
        dx = [0.0] * len(self.x)
        dw = [0.0] * K
        for i in range(len(dq)):
            for k in range(K):
                dw[k] += dq[i] * self.x[i * S + k]
                dx[i * S + k] += dq[i] * self.w[k]
        self.dw = np.array(dw)
        self.db = float(sum(dq))
        return np.array(dx[P:P + self.length])
