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
        self.weights = w
        self.bias = b

    def fwd_pass(self, p):
        self.inputs = p
        return np.matmul(self.inputs, self.weights) + self.bias

    def bwd_pass(self, dq):
        # gradients on parameters
        self.dw = np.matmul(self.inputs.T, dq)
        self.db = np.sum(dq, axis=0)
        # gradient on values
        return np.matmul(dq, self.weights.T)


class LossSoftmax:
    """Class with a forward and a backward pass."""

    def fwd_pass(self, s, y):
        m = np.max(s, axis=1, keepdims=True)
        exp_values = np.exp(s - m)
        norm = np.sum(exp_values, axis=1, keepdims=True)
        self.output = exp_values / norm
        self.y = y
        samples = len(s)
        log_p = np.log(np.clip(self.output, 1e-12, 1)[range(samples), y])
        return np.sum(-log_p)

    def bwd_pass(self):
        samples = len(self.output)
        dinputs = self.output.copy()
        dinputs[range(samples), self.y] -= 1
        return dinputs
