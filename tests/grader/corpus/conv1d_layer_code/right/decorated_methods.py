# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "3", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: e3d5432b545ccd9d

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

import functools

def same_length(method):
    @functools.wraps(method)
    def wrapper(self, array):
        result = method(self, np.asarray(array))
        assert result.shape == np.shape(array), (result.shape, np.shape(array))
        return result
    return wrapper

def counted(cls):
    cls.instances = 0
    init = cls.__init__
    def __init__(self, *args, **kwargs):
        cls.instances += 1
        init(self, *args, **kwargs)
    cls.__init__ = __init__
    return cls

@counted
class LayerConv1d:
    def __init__(self, w):
        self.w = np.asarray(w)

    @same_length
    def fwd_pass(self, p):
        self._x = np.pad(p, 2)
        return np.lib.stride_tricks.sliding_window_view(self._x, 5) @ self.w

    @same_length
    def bwd_pass(self, dq):
        self.dw = np.lib.stride_tricks.sliding_window_view(self._x, len(dq)) @ dq
        return np.lib.stride_tricks.sliding_window_view(np.pad(dq, 2), 5) @ self.w[::-1]
