# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"order": ["layers", "y", "x"], "loss": "half-squared", "returns": "loss", "batch": "mean", "step": "descend", "rate_first": false, "in_place": true, "decay": 0, "momentum": 0, "train": false, "scale": false}}
# grader-checksum: 390fc712582635ca

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
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    diff = q - y
    n = x.shape[0]
    loss = 0.5 * np.sum(diff ** 2) / n
    dq = diff
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return loss


def descend(layers, rate):
    for layer in layers:
        if isinstance(layer, LayerReLU):
            continue
        layer.w[...] = layer.w - rate * layer.dw
        layer.b[...] = layer.b - rate * layer.db
