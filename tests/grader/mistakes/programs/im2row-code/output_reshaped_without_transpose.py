# %% Practice sheet, seed 512: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "512", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "512", "draw": 1, "parameters": {"kind": "padded", "named": "rows", "layout": "rows", "order": "cells", "stride": [3, 1], "padding": [2, 1], "im2row": ["kh", "kw", "p"], "conv2d": ["p", "w", "b"], "row2im": ["kh", "kw", "rows", "shape"], "toeplitz": ["shape", "w"], "matrix_stride": [3, 1]}}
# grader-checksum: 9608255c5f62390d

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2row(kh, kw, p):
    """The windows of a kernel as the rows of a matrix."""
    x = np.pad(p, ((0, 0), (2, 2), (1, 1)))
    x = x.transpose(1, 2, 0)
    H, W, _ = x.shape
    return np.array([x[i:i + kh, j:j + kw, :].flatten()
                     for i in range(0, H - kh + 1, 3)
                     for j in range(W - kw + 1)])


def conv2d(p, w, b):
    O, C, kh, kw = w.shape
    C, H, W = p.shape
    W_row = w.transpose(0, 2, 3, 1).reshape(O, -1).T
    h_out = (H + 4 - kh) // 3 + 1
    w_out = W + 2 - kw + 1
    out = im2row(kh, kw, p) @ W_row + b
    return out.reshape(O, h_out, w_out)


def row2im(kh, kw, rows, shape):
    C, H, W = shape
    x = np.zeros((H + 4, W + 2, C))
    places = [(i, j) for i in range(0, H + 4 - kh + 1, 3) for j in range(W + 2 - kw + 1)]
    for row, (i, j) in zip(rows, places):
        x[i:i + kh, j:j + kw] += row.reshape(kh, kw, C)
    return x[2:2 + H, 1:1 + W].transpose(2, 0, 1)


def toeplitz(shape, w):
    H, W = shape
    kh, kw = w.shape
    h_out = (H - kh) // 3 + 1
    w_out = W - kw + 1
    T = np.zeros((h_out * w_out, H * W))
    for i in range(h_out):
        for j in range(w_out):
            for a in range(kh):
                for b in range(kw):
                    T[i * w_out + j, (3 * i + a) * W + j + b] = w[a, b]
    return T
