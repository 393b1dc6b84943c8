# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "3", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: e3d5432b545ccd9d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """A layer for 1D convolution (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.__w = np.asarray(w)
        self.__dw = None
        self.__input = None

    @property
    def w(self):
        return self.__w

    @property
    def dw(self):
        if self.__dw is None:
            raise AttributeError("call bwd_pass first")
        return self.__dw

    @staticmethod
    def _correlate(x, w):
        return np.array([np.sum(x[i:i + len(w)] * w) for i in range(len(x) - len(w) + 1)])

    def fwd_pass(self, p):
        self.__input = np.pad(p, 2)
        return self._correlate(self.__input, self.__w)

    def bwd_pass(self, dq):
        if self.__input is None:
            raise RuntimeError("forward first")
        self.__dw = self._correlate(self.__input, dq)
        return self._correlate(np.pad(dq, 2), np.flip(self.__w))
