# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"kind": "maps", "named": "columns", "layout": "columns", "order": "channels", "stride": [3, 2], "padding": [0, 0], "im2row": ["p", "kh", "kw"], "conv2d": ["p", "w", "b"], "row2im": ["shape", "columns", "kh", "kw"], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: 93c8646f747cf524

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def sizes(H, W, kh, kw):
    return (H - kh) // 3 + 1, (W - kw) // 2 + 1


def im2col(p, kh, kw):
    """The windows of a kernel as the columns of a matrix."""
    C, H, W = p.shape
    oh, ow = sizes(H, W, kh, kw)
    out = np.empty((C * kh * kw, oh * ow), dtype=p.dtype)
    for y in range(oh):
        for x in range(ow):
            out[:, y * ow + x] = p[:, 3 * y:3 * y + kh, 2 * x:2 * x + kw].reshape(-1)
    return out


def conv2d(p, w, b):
    O, C, kh, kw = w.shape
    oh, ow = sizes(p.shape[1], p.shape[2], kh, kw)
    q = w.reshape(O, C * kh * kw) @ im2col(p, kh, kw)
    q = q + b.reshape(O, 1)
    return q.reshape(O, oh, ow)


def col2im(shape, columns, kh, kw):
    C, H, W = shape
    oh, ow = sizes(H, W, kh, kw)
    maps = np.zeros((C, H, W), dtype=columns.dtype)
    for y in range(oh):
        for x in range(ow):
            block = columns[:, y * ow + x].reshape(C, kh, kw)
            maps[:, 3 * y:3 * y + kh, 2 * x:2 * x + kw] = block
    return maps
