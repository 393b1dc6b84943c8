# %% Practice sheet, seed 9764: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9764", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "hard", "seed": "9764", "draw": 1, "parameters": {"kernel": 6, "stride": 3, "padding": 3, "bias": true}}
# grader-checksum: 11a96b38df89bf4c

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 6
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w = w
        self.b = b
        self.kernel_size = 6
        self.stride = 3
        self.padding = 3

    def fwd_pass(self, p):
        self.input_length = p.shape[0]
        self.padded = np.pad(p, self.padding)
        self.out_length = (self.padded.shape[0] - self.kernel_size) // self.stride + 1
        output = np.zeros(self.out_length)
        for i in range(self.out_length):
            region = self.padded[i * self.stride: i * self.stride + self.kernel_size]
            output[i] = np.dot(region, self.w) + self.b
        return output

    def bwd_pass(self, dq):
        grad_padded = np.zeros(self.padded.shape)
        self.dw = np.zeros(self.kernel_size)
        self.db = dq.sum()
        for i in range(self.out_length):
            first = i * self.stride
            last = first + self.kernel_size
            self.dw += dq[i] * self.padded[first:last]
            grad_padded[first:last] = dq[i] * np.asarray(self.w)
        return grad_padded[self.padding: self.padding + self.input_length]
