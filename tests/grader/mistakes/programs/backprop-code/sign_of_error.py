# %% Practice sheet, seed 640: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "640", "language": "en"}
# grader-problem: {"key": "1", "family": "backprop-code", "level": "easy", "seed": "640", "draw": 1, "parameters": {"order": ["layers", "y", "x"], "loss": "squared", "returns": "pair", "batch": null, "step": null, "rate_first": false, "in_place": false, "decay": 0, "momentum": 0, "train": false, "scale": false}}
# grader-checksum: f8ae8ea0744a3eda

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
        self.dw = np.outer(dq, self.p)
        self.db = dq.copy()
        return dq @ self.w


class LayerReLU:
    def fwd_pass(self, p):
        self.p = p
        return np.maximum(p, 0)

    def bwd_pass(self, dq):
        return dq * (self.p > 0)



def forward(layers, x):
    out = x
    for l in layers:
        out = l.fwd_pass(out)
    return out


def backward(layers, d):
    for l in layers[::-1]:
        d = l.bwd_pass(d)
    return d


def backprop(layers, y, x):
    """Forward pass, loss and backward pass through a list of layers."""
    error = y - forward(layers, x)
    loss = float(error @ error)
    return loss, backward(layers, 2 * error)
