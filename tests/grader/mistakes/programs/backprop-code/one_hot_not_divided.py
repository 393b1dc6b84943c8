# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"order": ["layers", "x", "y"], "loss": "softmax", "returns": "pair", "batch": "mean", "step": "descent", "rate_first": true, "in_place": false, "decay": 0, "momentum": 0.5, "train": true, "scale": true}}
# grader-checksum: 81757227851b84a7

import numpy as np


# %% problem 1: The backward pass through a list of layers
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerAffine:
    def __init__(self, w, b):
        self.w, self.b = w, b
        self.dw, self.db = np.zeros(w.shape), np.zeros(b.shape)
        self.vw, self.vb = np.zeros(w.shape), np.zeros(b.shape)

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
        self.vw = np.zeros(w.shape)

    def fwd_pass(self, p):
        self.p = p
        return p * self.w

    def bwd_pass(self, dq):
        self.dw = (dq * self.p).sum(axis=0)
        return dq * self.w



def backprop(layers, x, y):
    """Forward pass, loss and backward pass through a list of layers."""
    out = x
    for layer in layers:
        out = layer.fwd_pass(out)
    N, C = out.shape
    m = out.max(axis=1).reshape(N, 1)
    e = np.exp(out - m)
    p = e / e.sum(axis=1).reshape(N, 1)
    loss = 0
    for i in range(N):
        loss += -(out[i, y[i]] - m[i, 0] - np.log(e[i].sum()))
    loss = loss / N
    g = p / N
    for i in range(N):
        g[i, y[i]] -= 1
    for layer in reversed(layers):
        g = layer.bwd_pass(g)
    return loss, g


def descent(rate, layers):
    for layer in layers:
        if not hasattr(layer, "w"):
            continue
        if not hasattr(layer, "vw"):
            layer.vw = np.zeros_like(layer.w, dtype=float)
        layer.vw = 0.5 * layer.vw + layer.dw
        layer.w = layer.w - rate * layer.vw
        if not hasattr(layer, "b"):
            continue
        if not hasattr(layer, "vb"):
            layer.vb = np.zeros_like(layer.b, dtype=float)
        layer.vb = 0.5 * layer.vb + layer.db
        layer.b = layer.b - rate * layer.vb


def train(rate, layers, batches):
    losses = []
    for batch in batches:
        loss, _ = backprop(layers, *batch)
        losses.append(loss)
        descent(rate, layers)
    return losses
