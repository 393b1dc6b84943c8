# %% Practice sheet, seed 318: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "318", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "standard", "seed": "318", "draw": 1, "parameters": {"kind": "maps", "named": "columns", "layout": "columns", "order": "cells", "stride": [3, 2], "padding": [0, 0], "im2row": ["p", "kh", "kw"], "conv2d": ["w", "b", "p"], "row2im": ["shape", "columns", "kh", "kw"], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: b30061a1863a048e

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2col(p, kh, kw):
    """The windows of a kernel as the columns of a matrix."""
    v = np.lib.stride_tricks.sliding_window_view(p, (kh, kw), axis=(1, 2))
    v = v[:, ::3, ::2]                     # C, oh, ow, kh, kw
    C, oh, ow = v.shape[:3]
    return v.transpose(3, 4, 0, 1, 2).reshape(kh * kw * C, oh * ow)


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    H, W = p.shape[1:]
    oh = (H - kh) // 3 + 1
    ow = (W - kw) // 2 + 1
    cols = im2col(p, kh, kw)
    kernels = w.reshape(O, -1)
    return (kernels @ cols).reshape(O, oh, ow) + b[:, None, None]


def col2im(shape, columns, kh, kw):
    C, H, W = shape
    oh = (H - kh) // 3 + 1
    ow = (W - kw) // 2 + 1
    maps = np.zeros(shape)
    c = columns.reshape(kh, kw, C, oh, ow)
    for a in range(kh):
        for b in range(kw):
            maps[:, a:a + 3 * oh - 2:3, b:b + 2 * ow - 1:2] += c[a, b]
    return maps
