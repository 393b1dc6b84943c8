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



MU = 0.5


def backprop(layers, x, y):
    """Forward pass, loss and backward pass through a list of layers."""
    s = x
    for layer in layers:
        s = layer.fwd_pass(s)
    n = len(s)
    rows = np.arange(n)
    s = s - s.max(axis=1, keepdims=True)
    logsum = np.log(np.exp(s).sum(axis=1))
    loss = np.mean(logsum - s[rows, y])
    grad = np.exp(s - logsum[:, None])
    grad[rows, y] -= 1
    grad /= n
    for layer in layers[::-1]:
        grad = layer.bwd_pass(grad)
    return loss, grad


def _step(layer, name, rate):
    theta = getattr(layer, name)
    g = getattr(layer, "d" + name)
    v = getattr(layer, "v" + name, np.zeros(theta.shape))
    v = MU * v + (1 - MU) * g
    setattr(layer, "v" + name, v)
    setattr(layer, name, theta - rate * v)


def descent(rate, layers):
    for layer in layers:
        for name in "w", "b":
            if hasattr(layer, name):
                _step(layer, name, rate)


def train(rate, layers, batches):
    out = []
    for x, y in batches:
        loss, _ = backprop(layers, x, y)
        descent(rate, layers)
        out.append(loss)
    return out
