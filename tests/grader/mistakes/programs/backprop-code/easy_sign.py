# %% Practice sheet, seed 7329: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7329", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "easy", "seed": "7329", "draw": 1, "parameters": {"order": ["x", "layers", "y"], "loss": "half-squared", "returns": "pair", "batch": null, "step": null, "rate_first": false, "in_place": false, "decay": 0, "momentum": 0, "train": false, "scale": false}}
# grader-checksum: f9d01ce24a86637b

import numpy as np


# %% problem 1: The backward pass through a list of layers
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.dw, self.db = np.zeros(w.shape), np.zeros(b.shape)

    def fwd_pass(self, p):
        self.p = p
        return p @ self.w.T + self.b

    def bwd_pass(self, dq):
        self.dw = np.outer(dq, self.p)
        self.db = dq.copy()
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.maximum(p, 0)

    def bwd_pass(self, dq):
        return dq * (self.p > 0)



def backprop(x, layers, y):
    """Forward pass, loss and backward pass through a list of layers."""
    acts = [x]
    for i in range(len(layers)):
        acts.append(layers[i].fwd_pass(acts[-1]))
    dq = y - acts[-1]
    loss = 0.5 * np.dot(dq, dq)
    for i in range(len(layers) - 1, -1, -1):
        dq = layers[i].bwd_pass(dq)
    return loss, dq
