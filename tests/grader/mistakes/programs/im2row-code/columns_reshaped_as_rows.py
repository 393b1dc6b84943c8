# %% Practice sheet, seed 7864: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7864", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "7864", "draw": 1, "parameters": {"kind": "padded", "named": "columns", "layout": "columns", "order": "channels", "stride": [3, 1], "padding": [1, 2], "im2row": ["kw", "kh", "p"], "conv2d": ["p", "w", "b"], "row2im": ["kw", "kh", "shape", "columns"], "toeplitz": ["w", "shape"], "matrix_stride": [1, 1]}}
# grader-checksum: 310653b3e9f4e767

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2col(kw, kh, p):
    """The windows of a kernel as the columns of a matrix."""
    C, H, W = p.shape
    padded = np.zeros((C, H + 2, W + 4), dtype=p.dtype)
    padded[:, 1:H + 1, 2:W + 2] = p
    oh = (H + 2 - kh) // 3 + 1
    ow = W + 4 - kw + 1
    cols = np.zeros((C, kh, kw, oh, ow), dtype=p.dtype)
    for u in range(kh):
        for v in range(kw):
            cols[:, u, v] = padded[:, u:u + 3 * oh:3, v:v + ow]
    return cols.reshape(C * kh * kw, oh * ow)


def conv2d(p, w, b):
    O, C, kh, kw = w.shape
    oh = (p.shape[1] + 2 - kh) // 3 + 1
    ow = p.shape[2] + 4 - kw + 1
    q = w.reshape(O, C * kh * kw) @ im2col(kw, kh, p)
    return q.reshape(O, oh, ow) + b.reshape(O, 1, 1)


def col2im(kw, kh, shape, columns):
    C, H, W = shape
    oh = (H + 2 - kh) // 3 + 1
    ow = W + 4 - kw + 1
    cols = columns.reshape(oh, ow, C, kh, kw).transpose(2, 3, 4, 0, 1)
    padded = np.zeros((C, H + 2, W + 4), dtype=columns.dtype)
    for u in range(kh):
        for v in range(kw):
            padded[:, u:u + 3 * oh:3, v:v + ow] += cols[:, u, v]
    return padded[:, 1:H + 1, 2:W + 2]


def toeplitz(w, shape):
    kh, kw = w.shape
    H, W = shape
    oh, ow = H - kh + 1, W - kw + 1
    T = np.zeros((oh, ow, H, W), dtype=w.dtype)
    for i in range(oh):
        for j in range(ow):
            T[i, j, i:i + kh, j:j + kw] = w
    return T.reshape(oh * ow, H * W)
