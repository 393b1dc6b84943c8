# %% Practice sheet, seed 640: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "640", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "easy", "seed": "640", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": true, "mean": true, "second": null, "mean_loss": false}}
# grader-checksum: 9d637b74abc66b51

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    def __init__(self, b, w):
        self.b = np.array(b)
        self.w = np.array(w)

    def fwd_pass(self, p):
        self.x = np.array(p)
        out = np.dot(self.x, self.w.transpose())
        return out + self.b

    def bwd_pass(self, dq):
        N = self.x.shape[0]
        # mean over the batch
        dq = dq / N
        self.dw = np.dot(dq.transpose(), self.x)
        self.db = dq.sum(axis=0)
        return np.dot(dq, self.w)
