# %% Practice sheet, seed 7514: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7514", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "hard", "seed": "7514", "draw": 1, "parameters": {"outputs_first": false, "bias": true, "bias_first": false, "mean": false, "second": "softmax", "mean_loss": false}}
# grader-checksum: 7847dbd4cdb6b937

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, w, b):
        self.params = {'w': w, 'b': b}

    def fwd_pass(self, p):
        self.cache = p
        return p.dot(self.params['w']) + self.params['b']

    def bwd_pass(self, dq):
        x = self.cache
        self.dw = x.T.dot(dq)
        self.db = np.sum(dq, axis=0)
        return dq.dot(self.params['w'].T)


class LossSoftmax:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, s, y):
        N = s.shape[0]
        scores = s - s.max(axis=1)[:, None]
        exps = np.exp(scores)
        self.probs = exps / exps.sum(axis=1)[:, None]
        self.y = y
        # log of the probabilities without dividing by something that rounds to 0
        logp = scores[np.arange(N), y] - np.log(exps.sum(axis=1))
        return -np.sum(logp)

    def bwd_pass(self):
        ds = self.probs
        ds[range(ds.shape[0]), self.y] -= 1.0
        return ds
