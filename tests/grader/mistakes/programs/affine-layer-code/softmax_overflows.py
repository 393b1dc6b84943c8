# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": false, "mean": false, "second": "softmax", "mean_loss": true}}
# grader-checksum: da153eb5991b53b1

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return np.matmul(p, self.w.T) + self.b

    def bwd_pass(self, dq):
        self.dw = np.matmul(dq.T, self.p)
        self.db = np.sum(dq, axis=0)
        return np.matmul(dq, self.w)


class LossSoftmax:
    def fwd_pass(self, s, y):
        self.n = s.shape[0]
        self.y = y
        logits = np.array(s, dtype=float)
        e = np.exp(logits)
        total = e.sum(axis=1)
        self.probs = e / total[:, None]
        losses = np.log(total) - logits[range(self.n), y]
        return losses.sum() / self.n

    def bwd_pass(self):
        grad = self.probs.copy()
        grad[range(self.n), self.y] -= 1
        return grad / self.n
