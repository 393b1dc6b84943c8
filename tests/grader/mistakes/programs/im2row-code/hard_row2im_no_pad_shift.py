# %% Practice sheet, seed 7334: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7334", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "hard", "seed": "7334", "draw": 1, "parameters": {"kind": "padded", "named": "rows", "layout": "rows", "order": "channels", "stride": [2, 3], "padding": [1, 2], "im2row": ["p", "kw", "kh"], "conv2d": ["w", "b", "p"], "row2im": ["rows", "shape", "kw", "kh"], "toeplitz": ["shape", "w"], "matrix_stride": [1, 1]}}
# grader-checksum: f9cee565bd9c62aa

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2row(p, kw, kh):
    """The windows of a kernel as the rows of a matrix."""
    padded = np.pad(p, ((0, 0), (1, 1), (2, 2)))
    v = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(1, 2))
    v = v[:, ::2, ::3]
    c, oh, ow = v.shape[:3]
    return v.transpose(1, 2, 0, 3, 4).reshape(oh * ow, c * kh * kw).copy()


def conv2d(w, b, p):
    o, c, kh, kw = w.shape
    m = im2row(p, kw, kh)
    oh = (p.shape[1] + 2 - kh) // 2 + 1
    q = m @ w.reshape(o, -1).T
    q = q + b
    return q.T.reshape(o, oh, -1)


def row2im(rows, shape, kw, kh):
    C, H, W = shape
    out = np.zeros(shape)
    n = 0
    y = -1
    while y + kh <= H + 1:
        x = -2
        while x + kw <= W + 2:
            block = rows[n].reshape(C, kh, kw)
            for a in range(kh):
                for b in range(kw):
                    if y + 1 + a < H and x + 2 + b < W:
                        out[:, y + 1 + a, x + 2 + b] += block[:, a, b]
            n += 1
            x += 3
        y += 2
    return out


def toeplitz(shape, w):
    H, W = shape
    kh, kw = w.shape
    rows = []
    for i in range(H - kh + 1):
        for j in range(W - kw + 1):
            image = np.zeros((H, W))
            image[i:i + kh, j:j + kw] = w
            rows.append(image.ravel())
    return np.array(rows)
