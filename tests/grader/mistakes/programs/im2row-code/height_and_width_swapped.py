# %% Practice sheet, seed 41: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "41", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "easy", "seed": "41", "draw": 1, "parameters": {"kind": "map", "named": "rows", "layout": "rows", "order": "channels", "stride": [1, 1], "padding": [0, 0], "im2row": ["kw", "kh", "p"], "conv2d": [], "row2im": [], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: d35e51857073c3f9

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2row(kw, kh, p):
    """The windows of a kernel as the rows of a matrix."""
    H, W = p.shape
    rows = []
    for i in range(H - kw + 1):
        for j in range(W - kh + 1):
            rows.append(p[i:i + kw, j:j + kh].flatten())
    return np.array(rows)
