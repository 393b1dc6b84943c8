# %% Practice sheet, seed 7794: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7794", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "7794", "draw": 1, "parameters": {"kernel": [3, 4], "stride": 2, "padding": 1, "bias": true, "channels": [4, 3], "few_loops": true}}
# grader-checksum: 001014ec1492c489

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        kh, kw = self.w.shape[2:]
        self.xp = np.pad(p, ((0, 0), (1, 1), (1, 1)))
        view = np.lib.stride_tricks.sliding_window_view(self.xp, (kh, kw), axis=(1, 2))
        self.win = view[:, ::2, ::2]
        q = np.tensordot(self.w, self.win, axes=([1, 2, 3], [0, 3, 4]))
        return q + self.b[:, None, None]

    def bwd_pass(self, dq):
        O, C, kh, kw = self.w.shape
        _, ho, wo = dq.shape
        self.dw = np.tensordot(dq, self.win, axes=([1, 2], [1, 2]))
        self.db = dq.sum()
        dx = np.zeros(self.xp.shape)
        for i in range(kh):
            for j in range(kw):
                dx[:, i:i + 2 * ho:2, j:j + 2 * wo:2] += np.tensordot(self.w[:, :, i, j], dq, axes=(0, 0))
        return dx[:, 1:-1, 1:-1]
