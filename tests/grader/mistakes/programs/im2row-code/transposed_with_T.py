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
    p = np.pad(p, [(0, 0), (1, 1), (2, 2)], mode="constant")
    c = p.shape[0]
    win = np.lib.stride_tricks.sliding_window_view(p, (c, kh, kw))[0, ::3, ::1]
    # win: (rows, columns, C, kh, kw), channels have to come last
    win = np.moveaxis(win, 2, 4)
    return win.reshape(-1, kh * kw * c)


def conv2d(p, w, b):
    o, c, kh, kw = w.shape
    h = (p.shape[1] + 2 * 1 - kh) // 3 + 1
    v = (p.shape[2] + 2 * 2 - kw) // 1 + 1
    m = np.moveaxis(w, 1, 3).reshape(o, -1)
    q = np.dot(im2row(p, kw, kh), m.T) + b
    return q.reshape(h, v, o).T


def row2im(rows, shape, kw, kh):
    c, h, v = shape
    big = np.zeros((c, h + 2, v + 4), dtype=rows.dtype)
    nv = v + 4 - kw + 1
    for n, row in enumerate(rows):
        y, x = 3 * (n // nv), n % nv
        big[:, y:y + kh, x:x + kw] += np.moveaxis(row.reshape(kh, kw, c), 2, 0)
    return big[:, 1:h + 1, 2:v + 2]


def toeplitz(w, shape):
    kh, kw = w.shape
    h, v = shape
    rows = []
    for y in range(0, h - kh + 1, 3):
        for x in range(v - kw + 1):
            m = np.zeros(shape, dtype=w.dtype)
            m[y:y + kh, x:x + kw] = w
            rows.append(m.flatten())
    return np.vstack(rows)
