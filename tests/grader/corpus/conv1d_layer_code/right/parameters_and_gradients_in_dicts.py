# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "3", "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: d297d590d4feb20e

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w, b):
        self.params = {"w": w, "b": b}
        self.grads = {}

    def __getattr__(self, name):
        if name.startswith("d") and name[1:] in self.__dict__.get("params", {}):
            return self.grads[name[1:]]
        raise AttributeError(name)

    def fwd_pass(self, p):
        self.cache = x = np.pad(p, 3)
        w, b = self.params["w"], self.params["b"]
        return np.array([x[i:i + 6] @ w + b for i in range(0, len(x) - 5, 3)])

    def bwd_pass(self, dq):
        w, x = self.params["w"], self.cache
        self.grads = {"w": np.zeros(6), "b": dq.sum()}
        dx = np.zeros(len(x))
        for i, g in enumerate(dq):
            self.grads["w"] += g * x[3 * i:3 * i + 6]
            dx[3 * i:3 * i + 6] += g * w
        return dx[3:-3]
