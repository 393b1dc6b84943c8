# %% Practice sheet, seed 733: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "733", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "733", "draw": 1, "parameters": {"kind": "padded", "named": "columns", "layout": "columns", "order": "channels", "stride": [1, 2], "padding": [1, 2], "im2row": ["p", "kw", "kh"], "conv2d": ["w", "b", "p"], "row2im": ["shape", "columns", "kw", "kh"], "toeplitz": ["shape", "w"], "matrix_stride": [1, 1]}}
# grader-checksum: 0663b372932de604

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2col(p, kw, kh):
    """The windows of a kernel as the columns of a matrix."""
    p = np.pad(p, ((0, 0), (1, 1), (2, 2)))
    C, H, W = p.shape
    oh, ow = H - kh + 1, (W - kw) // 2 + 1
    cols = np.zeros((C, kh, kw, oh, ow), dtype=p.dtype)
    for a in range(kh):
        for b in range(kw):
            cols[:, a, b] = p[:, a:a + oh, b:b + 2 * ow - 1:2]
    return cols.reshape(C * kh * kw, oh * ow)


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    _, H, W = p.shape
    oh, ow = H + 2 - kh + 1, (W + 4 - kw) // 2 + 1
    out = w.reshape(O, -1) @ im2col(p, kw, kh) + b[:, None]
    return out.reshape(O, oh, ow)


def col2im(shape, columns, kw, kh):
    C, H, W = shape
    oh, ow = H + 2 - kh + 1, (W + 4 - kw) // 2 + 1
    cols = columns.reshape(C, kh, kw, oh, ow)
    out = np.zeros((C, H + 2, W + 4))
    for a in range(kh):
        for b in range(kw):
            out[:, a:a + oh, b:b + 2 * ow - 1:2] += cols[:, a, b]
    return out[:, 1:H + 1, 2:W + 2]


def toeplitz(shape, w):
    H, W = shape
    kh, kw = w.shape
    oh, ow = H - kh + 1, W - kw + 1
    # the kernel, spread over the width of the map
    pattern = np.zeros((kh, W))
    pattern[:, :kw] = w
    pattern = pattern.ravel()[:(kh - 1) * W + kw]
    T = np.zeros((oh * ow, H * W))
    for i in range(oh):
        for j in range(ow):
            start = i * ow + j
            T[i * ow + j, start:start + len(pattern)] = pattern
    return T
