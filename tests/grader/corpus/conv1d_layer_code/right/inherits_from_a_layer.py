# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "3", "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: d297d590d4feb20e

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Replace each ... by your code. Helper functions and imports are welcome.

from abc import ABC, abstractmethod


class Layer(ABC):
    def __init__(self):
        self.cache = {}

    @abstractmethod
    def fwd_pass(self, p):
        """Forward."""

    @abstractmethod
    def bwd_pass(self, dq):
        """Backward."""

    def __call__(self, p):
        return self.fwd_pass(p)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(map(str, self.cache))})"


class LayerConv1d(Layer):
    def __init__(self, w, b):
        super().__init__()
        self.w, self.b = w, b

    def fwd_pass(self, p):
        padded = np.pad(p, 3, mode="constant")
        starts = range(0, len(padded) - len(self.w) + 1, 3)
        self.cache["padded"], self.cache["starts"] = padded, starts
        return np.array([padded[s:s + len(self.w)] @ self.w + self.b for s in starts])

    def bwd_pass(self, dq):
        padded, starts = self.cache["padded"], self.cache["starts"]
        k = len(self.w)
        dpadded = np.zeros(padded.shape)
        dw = np.zeros(k)
        for g, s in zip(dq, starts):
            dpadded[s:s + k] = dpadded[s:s + k] + g * self.w
            dw = dw + g * padded[s:s + k]
        self.dw, self.db = dw, float(np.sum(dq))
        return dpadded[3:len(dpadded) - 3]
