# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"kind": "padded", "named": "rows", "layout": "rows", "order": "channels", "stride": [1, 2], "padding": [2, 1], "im2row": ["kh", "kw", "p"], "conv2d": ["w", "b", "p"], "row2im": ["kh", "kw", "shape", "rows"], "toeplitz": ["w", "shape"], "matrix_stride": [1, 2]}}
# grader-checksum: c29e14c7aa3d32c6

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def _view(x, kh, kw):
    v = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))
    return v[:, :, ::2]


def im2row(kh, kw, p):
    """The windows of a kernel as the rows of a matrix."""
    v = _view(np.pad(p, [(0, 0), (2, 2), (1, 1)]), kh, kw)
    return v.transpose(1, 2, 0, 3, 4).reshape(v.shape[1] * v.shape[2], -1)


def conv2d(w, b, p):
    o, _, kh, kw = w.shape
    h = p.shape[1] + 4 - kh + 1
    q = w.reshape(o, -1) @ im2row(kh, kw, p).T
    return q.reshape(o, h, -1) + b.reshape(-1, 1, 1)


def row2im(kh, kw, shape, rows):
    c, h, w = shape
    padded = np.zeros((c, h + 4, w + 2))
    oh = h + 4 - kh + 1
    ow = (w + 2 - kw) // 2 + 1
    blocks = rows.reshape(oh, ow, c, kh, kw)
    for i in range(oh):
        for j in range(ow):
            padded[:, i:i + kh, 2 * j:2 * j + kw] += blocks[i, j]
    return padded[:, 2:-2, 1:-1]


def toeplitz(w, shape):
    kh, kw = w.shape
    oh = shape[0] - kh + 1
    ow = (shape[1] - kw) // 2 + 1
    T = np.zeros((oh, ow) + tuple(shape), dtype=w.dtype)
    for i in range(oh):
        for j in range(ow):
            T[i, j, i:i + kh, 2 * j:2 * j + kw] = w[::-1, ::-1]
    return T.reshape(oh * ow, -1)
