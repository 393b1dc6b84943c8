# %% Practice sheet, seed 7333: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7333", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "standard", "seed": "7333", "draw": 1, "parameters": {"kind": "maps", "named": "rows", "layout": "rows", "order": "channels", "stride": [1, 2], "padding": [0, 0], "im2row": ["kh", "kw", "p"], "conv2d": ["w", "b", "p"], "row2im": ["kh", "kw", "shape", "rows"], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: 25e68507249e1ed4

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

SY, SX = 1, 2

def out_size(H, W, kh, kw):
    return (H - kh) // SY + 1, (W - kw) // SX + 1


def im2row(kh, kw, p):
    """The windows of a kernel as the rows of a matrix."""
    C, H, W = p.shape
    oh, ow = out_size(H, W, kh, kw)
    res = np.empty((oh * ow, C * kh * kw))
    for i in range(oh):
        for j in range(ow):
            block = p[:, i * SY:i * SY + kh, j * SX:j * SX + kw]
            res[i * ow + j] = block.transpose(1, 2, 0).reshape(-1)
    return res


def conv2d(w, b, p):
    n, c, kh, kw = w.shape
    oh, ow = out_size(p.shape[1], p.shape[2], kh, kw)
    cells = im2row(kh, kw, p)
    out = w.reshape(n, -1) @ cells.T
    return out.reshape(n, oh, ow) + b[:, None, None]


def row2im(kh, kw, shape, rows):
    C, H, W = shape
    oh, ow = out_size(H, W, kh, kw)
    image = np.zeros((C, H, W))
    for i in range(oh):
        for j in range(ow):
            patch = rows[i * ow + j].reshape(C, kh, kw)
            image[:, i * SY:i * SY + kh, j * SX:j * SX + kw] += patch
    return image
