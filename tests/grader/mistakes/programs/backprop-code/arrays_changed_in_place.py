# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"order": ["layers", "y", "x"], "loss": "softmax", "returns": "pair", "batch": "mean", "step": "update", "rate_first": true, "in_place": false, "decay": 0, "momentum": 0, "train": false, "scale": false}}
# grader-checksum: 76206e51a2c62acb

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



def softmax(s):
    e = np.exp(s - np.max(s, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def backprop(layers, y, x):
    """Forward pass, loss and backward pass through a list of layers."""
    q = x
    for layer in layers:
        q = layer.fwd_pass(q)
    probs = softmax(q)
    N = q.shape[0]
    loss = -np.log(probs[range(N), y]).mean()
    dq = probs
    dq[range(N), y] -= 1
    dq = dq / N
    for layer in reversed(layers):
        dq = layer.bwd_pass(dq)
    return loss, dq


def update(rate, layers):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.w -= rate * layer.dw
            layer.b -= rate * layer.db
