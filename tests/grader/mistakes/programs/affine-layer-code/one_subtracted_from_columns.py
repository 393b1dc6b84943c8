# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"outputs_first": false, "bias": true, "bias_first": true, "mean": false, "second": "softmax", "mean_loss": false}}
# grader-checksum: b3bf80789c1e9dac

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    def __init__(self, b, w):
        self.bias = b
        self.weights = w

    def fwd_pass(self, p):
        self.inputs = p
        return np.dot(p, self.weights) + self.bias

    def bwd_pass(self, dq):
        self.dw = np.dot(self.inputs.T, dq)
        self.db = np.sum(dq, axis=0)
        return np.dot(dq, self.weights.T)


class LossSoftmax:
    def fwd_pass(self, s, y):
        z = s - np.max(s, axis=1, keepdims=True)
        sums = np.sum(np.exp(z), axis=1)
        self.softmax = np.exp(z) / sums[:, None]
        self.targets = np.array(y)
        loss = 0.0
        for i in range(len(self.targets)):
            loss += np.log(sums[i]) - z[i, self.targets[i]]
        return loss

    def bwd_pass(self):
        grad = self.softmax.copy()
        grad[:, self.targets] -= 1
        return grad
