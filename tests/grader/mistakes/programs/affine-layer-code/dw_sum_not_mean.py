# %% Practice sheet, seed 41: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "41", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-layer-code", "level": "easy", "seed": "41", "draw": 1, "parameters": {"outputs_first": true, "bias": true, "bias_first": false, "mean": true, "second": null, "mean_loss": false}}
# grader-checksum: a24aeb2e376f1949

import numpy as np


# %% problem 1: Classes for a batch: the fully connected layer
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    """Class with a forward and a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        n = len(self.p)
        self.dw = dq.T @ self.p
        self.db = np.mean(dq, axis=0)
        return dq @ self.w
