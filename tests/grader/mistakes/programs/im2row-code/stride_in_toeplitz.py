# %% Practice sheet, seed 7864: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7864", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "7864", "draw": 1, "parameters": {"kind": "padded", "named": "columns", "layout": "columns", "order": "channels", "stride": [3, 1], "padding": [1, 2], "im2row": ["kw", "kh", "p"], "conv2d": ["p", "w", "b"], "row2im": ["kw", "kh", "shape", "columns"], "toeplitz": ["w", "shape"], "matrix_stride": [1, 1]}}
# grader-checksum: 310653b3e9f4e767

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

SY, SX, PY, PX = 3, 1, 1, 2


def places(h, w, kh, kw, sy, sx):
    return [(i, j) for i in range(0, h - kh + 1, sy) for j in range(0, w - kw + 1, sx)]


def im2col(kw, kh, p):
    """The windows of a kernel as the columns of a matrix."""
    x = np.pad(p, ((0, 0), (PY, PY), (PX, PX)))
    cols = [x[:, i:i + kh, j:j + kw].reshape(-1) for i, j in places(x.shape[1], x.shape[2], kh, kw, SY, SX)]
    return np.column_stack(cols)


def conv2d(p, w, b):
    o, c, kh, kw = w.shape
    h = (p.shape[1] + 2 * PY - kh) // SY + 1
    return (w.reshape(o, -1) @ im2col(kw, kh, p) + b[:, None]).reshape(o, h, -1)


def col2im(kw, kh, shape, columns):
    c, h, w = shape
    x = np.zeros((c, h + 2 * PY, w + 2 * PX))
    for n, (i, j) in enumerate(places(h + 2 * PY, w + 2 * PX, kh, kw, SY, SX)):
        x[:, i:i + kh, j:j + kw] += columns[:, n].reshape(c, kh, kw)
    return x[:, PY:-PY, PX:-PX]


def toeplitz(w, shape):
    kh, kw = w.shape
    h, wd = shape
    where = places(h, wd, kh, kw, SY, SX)
    T = np.zeros((len(where), h, wd))
    for n, (i, j) in enumerate(where):
        T[n, i:i + kh, j:j + kw] = w
    return T.reshape(len(where), h * wd)
