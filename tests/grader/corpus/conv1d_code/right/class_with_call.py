# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "6", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 131def2b50ff59cb

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

class Conv1D:
    """Callable convolution with fixed hyperparameters."""

    def __init__(self, stride=1, padding=0, flip=False):
        self.stride = stride
        self.padding = padding
        self.flip = flip

    def _pad(self, x):
        z = np.zeros(x.shape[0] + 2 * self.padding, dtype=x.dtype)
        z[self.padding:self.padding + x.shape[0]] = x
        return z

    def __call__(self, x, w):
        x = self._pad(x)
        if self.flip:
            w = w[::-1]
        n = (x.shape[0] - w.shape[0]) // self.stride + 1
        return np.array([x[i * self.stride:i * self.stride + w.shape[0]] @ w for i in range(n)])


_layer = Conv1D(stride=2, padding=3, flip=True)


def conv1d(vector, kernel):
    return _layer(vector, kernel)
