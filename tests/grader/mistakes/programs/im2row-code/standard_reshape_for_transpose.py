# %% Practice sheet, seed 7333: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7333", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "standard", "seed": "7333", "draw": 1, "parameters": {"kind": "maps", "named": "rows", "layout": "rows", "order": "channels", "stride": [1, 2], "padding": [0, 0], "im2row": ["kh", "kw", "p"], "conv2d": ["w", "b", "p"], "row2im": ["kh", "kw", "shape", "rows"], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: 25e68507249e1ed4

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2row(kh, kw, p):
    """The windows of a kernel as the rows of a matrix."""
    C, H, W = p.shape
    rows = []
    for i in range(0, H - kh + 1):
        for j in range(0, W - kw + 1, 2):
            rows.append(p[:, i:i + kh, j:j + kw].ravel())
    return np.array(rows)


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    oh = p.shape[1] - kh + 1
    ow = (p.shape[2] - kw) // 2 + 1
    q = im2row(kh, kw, p) @ w.reshape(O, -1).T + b
    return q.reshape(O, oh, ow)


def row2im(kh, kw, shape, rows):
    C, H, W = shape
    out = np.zeros(shape)
    r = 0
    for i in range(0, H - kh + 1):
        for j in range(0, W - kw + 1, 2):
            out[:, i:i + kh, j:j + kw] += rows[r].reshape(C, kh, kw)
            r += 1
    return out
