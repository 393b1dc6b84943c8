# %% Practice sheet, seed 37821: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "37821", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "37821", "draw": 1, "parameters": {"kernel": 5, "stride": 2, "padding": 2, "bias": true}}
# grader-checksum: 23a8947ffe9e2d7c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.params = {'w': np.array(w), 'b': b}

    def fwd_pass(self, p):
        w, b = self.params['w'], self.params['b']
        x = np.concatenate([np.zeros(2), p, np.zeros(2)])
        rows = [x[t:t + 5] for t in range(0, len(x) - 4, 2)]
        self.cache = (np.stack(rows), len(x))
        return self.cache[0].dot(w) + b

    def bwd_pass(self, dq):
        w, b = self.params['w'], self.params['b']
        rows, size = self.cache
        self.dw = np.einsum('ij,i->j', rows, dq)
        self.db = np.sum(b * dq)
        dx = np.zeros(size)
        for i in range(len(dq)):
            dx[2 * i:2 * i + 5] += w * dq[i]
        return dx[2:size - 2]
