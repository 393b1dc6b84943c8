# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"order": ["layers", "y", "x"], "loss": "softmax", "returns": "loss", "batch": "sum", "step": "descend", "rate_first": false, "in_place": true, "decay": 0, "momentum": 0.5, "train": true, "scale": true}}
# grader-checksum: e14618aaa496c97c

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



def softmax_loss(s, y):
    n = s.shape[0]
    z = s - s.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(n), y].sum()
    ds = np.exp(logp)
    ds[np.arange(n), y] -= 1
    return loss, ds


def backprop(layers, y, x):
    """Forward pass, loss and backward pass through a list of layers."""
    for layer in layers:
        x = layer.fwd_pass(x)
    loss, grad = softmax_loss(x, y)
    for layer in reversed(layers):
        grad = layer.bwd_pass(grad)
    return loss


def descend(layers, rate):
    for layer in layers:
        if hasattr(layer, "w"):
            if not hasattr(layer, "vw"):
                layer.vw = np.zeros(layer.w.shape)
            layer.vw = 0.5 * layer.vw + layer.dw
            layer.w -= rate * layer.vw
        if hasattr(layer, "b"):
            if not hasattr(layer, "vb"):
                layer.vb = np.zeros(layer.b.shape)
            layer.vb = 0.5 * layer.vb + layer.db
            layer.b -= rate * layer.vb


def train(layers, batches, rate):
    losses = []
    for x, y in batches:
        losses.append(backprop(layers, y, x))
    descend(layers, rate)
    return losses
