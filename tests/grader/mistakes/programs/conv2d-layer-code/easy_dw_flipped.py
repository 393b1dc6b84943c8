# %% Practice sheet, seed 7320: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7320", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-layer-code", "level": "easy", "seed": "7320", "draw": 1, "parameters": {"kernel": [2, 3], "stride": 1, "padding": 0, "bias": true, "channels": null, "few_loops": false}}
# grader-checksum: ec3d95ec4172c71d

import numpy as np


# %% problem 1: A layer class for 2D convolution
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def xcorr2(img, ker):
    oh = img.shape[0] - ker.shape[0] + 1
    ow = img.shape[1] - ker.shape[1] + 1
    res = np.zeros((oh, ow))
    for a in range(ker.shape[0]):
        for c in range(ker.shape[1]):
            res += img[a:a + oh, c:c + ow] * ker[a, c]
    return res

class LayerConv2d:
    """2D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        self.w, self.b = np.array(w), b

    def fwd_pass(self, p):
        self.inp = np.array(p)
        return xcorr2(self.inp, self.w) + self.b

    def bwd_pass(self, dq):
        kh, kw = self.w.shape
        self.dw = xcorr2(self.inp, dq[::-1, ::-1])
        self.db = dq.sum()
        big = np.pad(dq, ((kh - 1, kh - 1), (kw - 1, kw - 1)))
        return xcorr2(big, self.w[::-1, ::-1])
