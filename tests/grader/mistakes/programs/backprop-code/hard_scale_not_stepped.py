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



DECAY = 0.25


def backprop(x, y, layers):
    """Forward pass, loss and backward pass through a list of layers."""
    out = x
    for layer in layers:
        out = layer.fwd_pass(out)
    e = np.exp(out - out.max(axis=1)[:, None])
    p = e / e.sum(axis=1)[:, None]
    total = 0.0
    d = np.zeros(p.shape)
    for i, cls in enumerate(y):
        total += -np.log(p[i, cls])
        d[i] = p[i]
        d[i, cls] -= 1
    for k in range(len(layers)):
        d = layers[-1 - k].bwd_pass(d)
    return total


def descend(rate, layers):
    for layer in layers:
        if isinstance(layer, LayerAffine):
            layer.w = (1 - rate * DECAY) * layer.w - rate * layer.dw
            layer.b = layer.b - rate * layer.db


def train(rate, layers, batches):
    history = []
    for batch in batches:
        images, labels = batch
        L = backprop(images, labels, layers)
        descend(rate, layers)
        history += [L]
    return history
