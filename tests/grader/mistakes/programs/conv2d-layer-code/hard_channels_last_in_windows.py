# %% Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "hard", "seed": "9", "draw": 1, "parameters": {"kernel": [5, 4], "stride": 3, "padding": 1, "bias": true, "channels": [3, 2], "few_loops": true}}
# grader-checksum: d57628ffa526a7d0

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        p = np.pad(p, [(0, 0), (1, 1), (1, 1)])
        height = (p.shape[-2] - 5) // 3 + 1
        width = (p.shape[-1] - 4) // 3 + 1
        crops = np.zeros((height * width, 60))
        for i in range(height):
            for j in range(width):
                rows = slice(3 * i, 3 * i + 5)
                columns = slice(3 * j, 3 * j + 4)
                crops[i * width + j] = p[:, rows, columns].transpose(1, 2, 0).ravel()
        kernels = np.reshape(self.w, (2, -1))
        q = np.reshape(kernels @ crops.T, (2, height, width))
        q += np.reshape(self.b, (-1, 1, 1))
        return q

    def bwd_pass(self, dq):
        p = np.pad(self.p, [(0, 0), (1, 1), (1, 1)])
        dp = np.zeros(p.shape)
        self.dw = np.zeros(self.w.shape)
        gradients = np.reshape(dq, (2, -1))
        kernels = np.reshape(self.w, (2, -1))
        back = gradients.T @ kernels
        crops = np.zeros(back.shape)
        height, width = dq.shape[1:]
        for i in range(height):
            for j in range(width):
                rows = slice(3 * i, 3 * i + 5)
                columns = slice(3 * j, 3 * j + 4)
                at = i * width + j
                crops[at] = p[:, rows, columns].ravel()
                dp[:, rows, columns] += np.reshape(back[at], (3, 5, 4))
        self.dw = np.reshape(gradients @ crops, self.w.shape)
        dp = dp[:, 1:-1, 1:-1]
        self.db = dq.sum(axis=(1, 2))
        return dp
