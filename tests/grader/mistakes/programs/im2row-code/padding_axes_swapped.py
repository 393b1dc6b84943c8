# %% Practice sheet, seed 7864: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7864", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "7864", "draw": 1, "parameters": {"kind": "padded", "named": "columns", "layout": "columns", "order": "channels", "stride": [3, 1], "padding": [1, 2], "im2row": ["kw", "kh", "p"], "conv2d": ["p", "w", "b"], "row2im": ["kw", "kh", "shape", "columns"], "toeplitz": ["w", "shape"], "matrix_stride": [1, 1]}}
# grader-checksum: 310653b3e9f4e767

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

PAD_H, PAD_W = 2, 1


def pad(p):
    return np.pad(p, ((0, 0), (PAD_H, PAD_H), (PAD_W, PAD_W)))


def im2col(kw, kh, p):
    """The windows of a kernel as the columns of a matrix."""
    x = pad(p)
    out = []
    for i in range(0, x.shape[1] - kh + 1, 3):
        for j in range(x.shape[2] - kw + 1):
            out.append(x[:, i:i+kh, j:j+kw].ravel())
    return np.array(out).T


def conv2d(p, w, b):
    kh, kw = w.shape[2:]
    x = pad(p)
    h = (x.shape[1] - kh) // 3 + 1
    return (w.reshape(len(w), -1) @ im2col(kw, kh, p) + b[:, None]).reshape(len(w), h, -1)


def col2im(kw, kh, shape, columns):
    x = pad(np.zeros(shape))
    n = 0
    for i in range(0, x.shape[1] - kh + 1, 3):
        for j in range(x.shape[2] - kw + 1):
            x[:, i:i+kh, j:j+kw] += columns[:, n].reshape(shape[0], kh, kw)
            n += 1
    return x[:, PAD_H:x.shape[1] - PAD_H, PAD_W:x.shape[2] - PAD_W]


def toeplitz(w, shape):
    kh, kw = w.shape
    H, W = shape
    T = []
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            row = np.zeros((H, W), dtype=w.dtype)
            row[i:i+kh, j:j+kw] = w
            T.append(row.ravel())
    return np.array(T)
