# %% Practice sheet, seed 7326: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7326", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "easy", "seed": "7326", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": false, "mean": true, "second": null, "mean_loss": false}}
# grader-checksum: 25a948b86e8fd923

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, w, b):
        self.weights = w
        self.bias = b

    def fwd_pass(self, p):
        self.p = np.array(p, dtype=float)
        return np.einsum("ni,oi->no", p, self.weights) + self.bias

    def bwd_pass(self, dq):
        self.dw = np.einsum("no,ni->oi", dq, self.p) / len(self.p)
        self.db = np.mean(dq, axis=0)
        return np.einsum("no,oi->ni", dq, self.weights) / len(self.p)
