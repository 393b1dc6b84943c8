# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "102", "draw": 1, "parameters": {"kernel": 7, "stride": 2, "padding": 3, "bias": true}}
# grader-checksum: 33e97de06d54af97

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    def __init__(self, w, b):
        self.w = np.array(w, dtype=float)
        self.b = float(b)

    def fwd_pass(self, p):
        self.p = np.array(p, dtype=float)
        padded = np.concatenate([np.zeros(3), self.p, np.zeros(3)])
        n = (padded.size - 7) // 2 + 1
        self.idx = 2 * np.arange(n)[:, None] + np.arange(7)
        self.cols = padded[self.idx]
        return self.cols @ self.w + self.b

    def bwd_pass(self, dq):
        self.dw = self.cols.T @ dq
        self.db = np.mean(dq)
        dpadded = np.zeros(self.p.size + 6)
        np.add.at(dpadded, self.idx, np.outer(dq, self.w))
        return dpadded[3:-3]
