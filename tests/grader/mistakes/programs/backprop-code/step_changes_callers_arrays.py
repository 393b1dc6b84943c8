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
    out = x
    for l in layers:
        out = l.fwd_pass(out)
    shifted = out - out.max(1)[:, None]
    lse = np.log(np.exp(shifted).sum(1))
    loss = (lse - shifted[np.arange(len(y)), y]).sum()
    grad = np.exp(shifted - lse[:, None]) - np.eye(out.shape[1])[y]
    for l in layers[::-1]:
        grad = l.bwd_pass(grad)
    return loss, grad


def descend(layers, rate):
    mu = 0.75
    for l in layers:
        for name in ('w', 'b'):
            if not hasattr(l, name):
                continue
            v = mu * getattr(l, 'v' + name) + getattr(l, 'd' + name)
            setattr(l, 'v' + name, v)
            param = getattr(l, name)
            param -= rate * v
            setattr(l, name, param)


def train(layers, batches, rate):
    result = []
    for (x, y) in batches:
        loss, dx = backprop(x, layers, y)
        result.append(loss)
        descend(layers, rate)
    return result
