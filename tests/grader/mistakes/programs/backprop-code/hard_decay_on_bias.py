# %% Practice sheet, seed 7331: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7331", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "hard", "seed": "7331", "draw": 1, "parameters": {"order": ["x", "y", "layers"], "loss": "softmax", "returns": "loss", "batch": "sum", "step": "descend", "rate_first": true, "in_place": false, "decay": 0.25, "momentum": 0, "train": true, "scale": true}}
# grader-checksum: 47b0680f909c22e5

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


class LayerScale:
    def __init__(self, w):
        self.w = w
        self.dw = np.zeros(w.shape)

    def fwd_pass(self, p):
        self.p = p
        return p * self.w

    def bwd_pass(self, dq):
        self.dw = (dq * self.p).sum(axis=0)
        return dq * self.w



def backprop(x, y, layers):
    """Forward pass, loss and backward pass through a list of layers."""
    h = x
    for layer in layers:
        h = layer.fwd_pass(h)
    n = np.arange(len(y))
    z = h - h.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -logp[n, y].sum()
    grad = np.exp(logp)
    grad[n, y] -= 1
    for layer in reversed(layers):
        grad = layer.bwd_pass(grad)
    return loss


def descend(rate, layers):
    for layer in layers:
        if hasattr(layer, "w"):
            layer.w = layer.w - rate * (layer.dw + 0.25 * layer.w)
        if hasattr(layer, "b"):
            layer.b = layer.b - rate * (layer.db + 0.25 * layer.b)


def train(rate, layers, batches):
    losses = []
    for x, y in batches:
        losses.append(backprop(x, y, layers))
        descend(rate, layers)
    return losses
