# %% Practice sheet, seed 7330: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7330", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "standard", "seed": "7330", "draw": 1, "parameters": {"order": ["layers", "y", "x"], "loss": "softmax", "returns": "loss", "batch": "mean", "step": "descend", "rate_first": true, "in_place": true, "decay": 0, "momentum": 0, "train": false, "scale": false}}
# grader-checksum: a702fe66de777c87

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
    h = x
    for layer in layers:
        h = layer.fwd_pass(h)
    n = len(y)
    h = h - h.max(axis=1, keepdims=True)
    e = np.exp(h)
    probs = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(probs[np.arange(n), y]).mean()
    g = probs.copy()
    g[np.arange(n), y] -= 1
    for layer in layers[::-1]:
        g = layer.bwd_pass(g)
    return loss


def descend(rate, layers):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.w -= rate * layer.dw
            layer.b -= rate * layer.db
