# %% Practice sheet, seed 41: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "41", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "easy", "seed": "41", "draw": 1, "parameters": {"order": ["x", "y", "layers"], "loss": "squared", "returns": "pair", "batch": null, "step": null, "rate_first": false, "in_place": false, "decay": 0, "momentum": 0, "train": false, "scale": false}}
# grader-checksum: 00200f5128c09d0c

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



def backprop(x, y, layers):
    """Forward pass, loss and backward pass through a list of layers."""
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    loss = np.sum((q - y) ** 2)
    grad = q - y
    for layer in reversed(layers):
        grad = layer.bwd_pass(grad)
    return loss, grad
