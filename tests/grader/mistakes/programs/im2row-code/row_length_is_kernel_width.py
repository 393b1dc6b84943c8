# %% Practice sheet, seed 7206: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7206", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "7206", "draw": 1, "parameters": {"kind": "padded", "named": "rows", "layout": "rows", "order": "cells", "stride": [3, 1], "padding": [1, 2], "im2row": ["p", "kw", "kh"], "conv2d": ["p", "w", "b"], "row2im": ["rows", "shape", "kw", "kh"], "toeplitz": ["w", "shape"], "matrix_stride": [3, 1]}}
# grader-checksum: d58943506ff6f6d7

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2row(p, kw, kh):
    """The windows of a kernel as the rows of a matrix."""
    xp = np.pad(p, ((0, 0), (1, 1), (2, 2)))
    rows = []
    for i in range(0, xp.shape[1] - kh + 1, 3):
        for j in range(0, xp.shape[2] - kw + 1):
            window = xp[:, i:i + kh, j:j + kw]
            rows.append(window.transpose(1, 2, 0).flatten())
    return np.array(rows)


def conv2d(p, w, b):
    kh, kw = w.shape[2], w.shape[3]
    out_h = (p.shape[1] + 2 - kh) // 3 + 1
    out_w = p.shape[2] + 4 - kw + 1
    weights = w.transpose(2, 3, 1, 0).reshape(-1, w.shape[0])
    result = im2row(p, kw, kh) @ weights + b
    return result.T.reshape(w.shape[0], out_h, out_w)


def row2im(rows, shape, kw, kh):
    C, H, W = shape
    xp = np.zeros((C, H + 2, W + 4))
    n = 0
    for i in range(0, H + 2 - kh + 1, 3):
        for j in range(0, W + 4 - kw + 1):
            xp[:, i:i + kh, j:j + kw] += rows[n].reshape(kh, kw, C).transpose(2, 0, 1)
            n += 1
    return xp[:, 1:-1, 2:-2]


def toeplitz(w, shape):
    H, W = shape
    kh, kw = w.shape
    out_h = (H - kh) // 3 + 1
    out_w = W - kw + 1
    T = np.zeros((out_h * out_w, H * W))
    for i in range(out_h):
        for j in range(out_w):
            for u in range(kh):
                for v in range(kw):
                    T[i * out_w + j, (3 * i + u) * kw + j + v] = w[u, v]
    return T
