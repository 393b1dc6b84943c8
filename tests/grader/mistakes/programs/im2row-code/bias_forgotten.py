# %% Practice sheet, seed 871: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "871", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "standard", "seed": "871", "draw": 1, "parameters": {"kind": "maps", "named": "columns", "layout": "columns", "order": "cells", "stride": [3, 1], "padding": [0, 0], "im2row": ["p", "kw", "kh"], "conv2d": ["p", "w", "b"], "row2im": ["shape", "columns", "kw", "kh"], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: 543288541885a029

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2col(p, kw, kh):
    """The windows of a kernel as the columns of a matrix."""
    C, H, W = p.shape
    img = np.moveaxis(p, 0, -1)
    cols = [img[i:i + kh, j:j + kw].reshape(-1)
            for i in range(0, H - kh + 1, 3)
            for j in range(0, W - kw + 1)]
    return np.stack(cols, axis=1)


def conv2d(p, w, b):
    O, C, kh, kw = w.shape
    cols = im2col(p, kw, kh)
    w_flat = np.moveaxis(w, 1, -1).reshape(O, -1)
    out = np.dot(w_flat, cols)
    out_h = (p.shape[1] - kh) // 3 + 1
    out_w = p.shape[2] - kw + 1
    return out.reshape(O, out_h, out_w)


def col2im(shape, columns, kw, kh):
    C, H, W = shape
    img = np.zeros((H, W, C))
    col = 0
    for i in range(0, H - kh + 1, 3):
        for j in range(0, W - kw + 1):
            img[i:i + kh, j:j + kw] += columns[:, col].reshape(kh, kw, C)
            col += 1
    return np.moveaxis(img, -1, 0)
