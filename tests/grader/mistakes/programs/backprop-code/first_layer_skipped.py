# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"order": ["layers", "y", "x"], "loss": "squared", "returns": "loss", "batch": "sum", "step": "descent", "rate_first": false, "in_place": true, "decay": 0, "momentum": 0, "train": false, "scale": false}}
# grader-checksum: 740f949a9ce3d29c

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
        self.dw = dq.T @ self.p
        self.db = dq.sum(axis=0)
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.maximum(p, 0)

    def bwd_pass(self, dq):
        return dq * (self.p > 0)



def backprop(layers, y, x):
    """Forward pass, loss and backward pass through a list of layers."""
    a = x
    for i in range(len(layers)):
        a = layers[i].fwd_pass(a)
    L = ((a - y) ** 2).sum()
    da = 2 * (a - y)
    for i in range(len(layers) - 1, 0, -1):
        da = layers[i].bwd_pass(da)
    return L


def descent(layers, rate):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.w -= rate * layer.dw
        if hasattr(layer, "b"):
            layer.b -= rate * layer.db
