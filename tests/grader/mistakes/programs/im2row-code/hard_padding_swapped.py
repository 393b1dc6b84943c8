# %% Practice sheet, seed 7334: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7334", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "7334", "draw": 1, "parameters": {"kind": "padded", "named": "rows", "layout": "rows", "order": "channels", "stride": [2, 3], "padding": [1, 2], "im2row": ["p", "kw", "kh"], "conv2d": ["w", "b", "p"], "row2im": ["rows", "shape", "kw", "kh"], "toeplitz": ["shape", "w"], "matrix_stride": [1, 1]}}
# grader-checksum: f9cee565bd9c62aa

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

PH, PW = 2, 1
SH, SW = 2, 3


def count(H, W, kh, kw):
    return (H + 2 * PH - kh) // SH + 1, (W + 2 * PW - kw) // SW + 1


def im2row(p, kw, kh):
    """The windows of a kernel as the rows of a matrix."""
    C, H, W = p.shape
    x = np.pad(p, ((0, 0), (PH, PH), (PW, PW)))
    oh, ow = count(H, W, kh, kw)
    return np.array([x[:, SH * i:SH * i + kh, SW * j:SW * j + kw].ravel()
                     for i in range(oh) for j in range(ow)])


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    oh, ow = count(p.shape[1], p.shape[2], kh, kw)
    q = w.reshape(O, C * kh * kw) @ im2row(p, kw, kh).T + b.reshape(O, 1)
    return q.reshape(O, oh, ow)


def row2im(rows, shape, kw, kh):
    C, H, W = shape
    x = np.zeros((C, H + 2 * PH, W + 2 * PW))
    oh, ow = count(H, W, kh, kw)
    for i in range(oh):
        for j in range(ow):
            x[:, SH * i:SH * i + kh, SW * j:SW * j + kw] += rows[i * ow + j].reshape(C, kh, kw)
    return x[:, PH:PH + H, PW:PW + W]


def toeplitz(shape, w):
    H, W = shape
    kh, kw = w.shape
    oh, ow = H - kh + 1, W - kw + 1
    T = np.zeros((oh * ow, H * W))
    for i in range(oh):
        for j in range(ow):
            for a in range(kh):
                for b in range(kw):
                    T[i * ow + j, (i + a) * W + (j + b)] = w[a, b]
    return T
