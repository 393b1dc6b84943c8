# %% Practice sheet, seed 7248: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7248", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "hard", "seed": "7248", "draw": 1, "parameters": {"order": ["x", "layers", "y"], "loss": "softmax", "returns": "pair", "batch": "sum", "step": "descend", "rate_first": false, "in_place": false, "decay": 0, "momentum": 0.75, "train": true, "scale": true}}
# grader-checksum: 8361519996928fa9

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



def backprop(x, layers, y):
    """Forward pass, loss and backward pass through a list of layers."""
    a = x
    for layer in layers:
        a = layer.fwd_pass(a)
    m = a.max(axis=1, keepdims=True)
    z = np.exp(a - m)
    probs = z / z.sum(axis=1, keepdims=True)
    n = y.shape[0]
    loss = float(np.sum(-np.log(probs[np.arange(n), y])))
    d = probs
    d[np.arange(n), y] -= 1
    for layer in reversed(layers):
        d = layer.bwd_pass(d)
    return loss, d


def descend(layers, rate):
    for layer in layers:
        if not hasattr(layer, "dw"):
            continue
        layer.vw = 0.75 * layer.vw + layer.dw
        layer.w = layer.w - rate * layer.vw
        if hasattr(layer, "db"):
            layer.vb = 0.75 * layer.vb + layer.db
            layer.b = layer.b - rate * layer.vb


def train(layers, batches, rate):
    losses = []
    for x, y in batches:
        for layer in layers:
            if hasattr(layer, "vw"):
                layer.vw = np.zeros(layer.w.shape)
            if hasattr(layer, "vb"):
                layer.vb = np.zeros(layer.b.shape)
        loss, _ = backprop(x, layers, y)
        losses.append(loss)
        descend(layers, rate)
    return losses
