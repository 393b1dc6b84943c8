# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "103", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: 8cf38198f68d053b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
def im2col(x):
    x = np.pad(x, 3)
    return np.stack([x[i:i + 7] for i in range(len(x) - 6)])


class LayerConv1d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.cols = im2col(p)
        return self.cols @ self.w[::-1]

    def bwd_pass(self, dq):
        self.dw = self.cols.T @ dq
        return im2col(dq) @ self.w[::-1]
