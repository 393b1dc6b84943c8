# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"order": ["x", "layers", "y"], "loss": "half-squared", "returns": "pair", "batch": "sum", "step": "update", "rate_first": true, "in_place": false, "decay": 0.125, "momentum": 0, "train": true, "scale": true}}
# grader-checksum: 57df2463c2469844

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



def backprop(x, layers, y):
    """Forward pass, loss and backward pass through a list of layers."""
    h = x
    for layer in layers:
        h = layer.fwd_pass(h)
    delta = h - y
    loss = 0.5 * float(np.sum(delta * delta))
    for layer in reversed(layers):
        delta = layer.bwd_pass(delta)
    return loss, delta


def update(rate, layers):
    for layer in layers:
        if isinstance(layer, LayerAffine):
            layer.w = layer.w - rate * (layer.dw + 0.125 * layer.w)
            layer.b = layer.b - rate * layer.db


def train(rate, layers, batches):
    history = []
    for x, y in batches:
        loss, dx = backprop(x, layers, y)
        update(rate, layers)
        history.append(loss)
    return history
