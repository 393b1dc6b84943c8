# %% Practice sheet, seed 7782: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7782", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-layer-code", "level": "standard", "seed": "7782", "draw": 1, "parameters": {"kind": "max", "kernel": [2, 4], "stride": [2, 4], "channels": true, "whole": null}}
# grader-checksum: 5956afe20479aeb5

import numpy as np


# %% problem 1: Pooling layers as classes
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

import math


class LayerMaxPool:
    """Pooling layer with a backward pass."""

    def fwd_pass(self, p):
        self.shape = p.shape
        self.where = {}
        C, H, W = p.shape
        ho, wo = math.ceil(H / 2), math.ceil(W / 4)
        q = np.zeros((C, ho, wo))
        for c in range(C):
            for i in range(ho):
                for j in range(wo):
                    win = p[c, i * 2:(i + 1) * 2, j * 4:(j + 1) * 4]
                    y, x = np.unravel_index(win.argmax(), win.shape)
                    q[c, i, j] = win[y, x]
                    self.where[c, i, j] = (c, i * 2 + y, j * 4 + x)
        return q

    def bwd_pass(self, dq):
        grad = np.zeros(self.shape)
        for place, cell in self.where.items():
            grad[cell] = dq[place]
        return grad
