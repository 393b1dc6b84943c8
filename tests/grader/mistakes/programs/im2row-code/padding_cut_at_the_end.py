# %% Practice sheet, seed 203: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "203", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "203", "draw": 1, "parameters": {"kind": "padded", "named": "rows", "layout": "rows", "order": "channels", "stride": [1, 2], "padding": [2, 1], "im2row": ["kh", "kw", "p"], "conv2d": ["w", "b", "p"], "row2im": ["kh", "kw", "shape", "rows"], "toeplitz": ["w", "shape"], "matrix_stride": [1, 2]}}
# grader-checksum: c29e14c7aa3d32c6

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

PAD_H, PAD_W = 2, 1
STRIDE_H, STRIDE_W = 1, 2


def im2row(kh, kw, p):
    """The windows of a kernel as the rows of a matrix."""
    x = np.pad(p, ((0, 0), (PAD_H, PAD_H), (PAD_W, PAD_W)))
    rows = []
    for i in range(0, x.shape[1] - kh + 1, STRIDE_H):
        for j in range(0, x.shape[2] - kw + 1, STRIDE_W):
            rows.append(x[:, i:i + kh, j:j + kw].reshape(-1))
    return np.array(rows)


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    oh = (p.shape[1] + 2 * PAD_H - kh) // STRIDE_H + 1
    ow = (p.shape[2] + 2 * PAD_W - kw) // STRIDE_W + 1
    out = im2row(kh, kw, p) @ w.reshape(O, -1).T + b
    return out.T.reshape(O, oh, ow)


def row2im(kh, kw, shape, rows):
    C, H, W = shape
    x = np.zeros((C, H + 2 * PAD_H, W + 2 * PAD_W))
    r = 0
    for i in range(0, x.shape[1] - kh + 1, STRIDE_H):
        for j in range(0, x.shape[2] - kw + 1, STRIDE_W):
            x[:, i:i + kh, j:j + kw] += rows[r].reshape(C, kh, kw)
            r += 1
    return x[:, :H, :W]


def toeplitz(w, shape):
    kh, kw = w.shape
    H, W = shape
    matrix = []
    for i in range(0, H - kh + 1, STRIDE_H):
        for j in range(0, W - kw + 1, STRIDE_W):
            row = np.zeros((H, W))
            row[i:i + kh, j:j + kw] = w
            matrix.append(row.ravel())
    return np.array(matrix)
