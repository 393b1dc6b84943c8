# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"kind": "maps", "named": "columns", "layout": "columns", "order": "channels", "stride": [3, 2], "padding": [0, 0], "im2row": ["p", "kh", "kw"], "conv2d": ["p", "w", "b"], "row2im": ["shape", "columns", "kh", "kw"], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: 93c8646f747cf524

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

SY, SX = 3, 2


def im2col(p, kh, kw):
    """The windows of a kernel as the columns of a matrix."""
    C, H, W = p.shape
    cols = []
    for i in range(0, H - kh + 1, SY):
        for j in range(0, W - kw + 1, SX):
            patch = p[:, i:i + kh, j:j + kw]
            cols.append(patch.transpose(1, 2, 0).ravel())
    return np.array(cols).T


def conv2d(p, w, b):
    O, C, kh, kw = w.shape
    oh = (p.shape[1] - kh) // SY + 1
    ow = (p.shape[2] - kw) // SX + 1
    wmat = w.transpose(0, 2, 3, 1).reshape(O, -1)
    return (wmat @ im2col(p, kh, kw) + b[:, None]).reshape(O, oh, ow)


def col2im(shape, columns, kh, kw):
    C, H, W = shape
    out = np.zeros(shape)
    n = 0
    for i in range(0, H - kh + 1, SY):
        for j in range(0, W - kw + 1, SX):
            out[:, i:i + kh, j:j + kw] += columns[:, n].reshape(kh, kw, C).transpose(2, 0, 1)
            n += 1
    return out
