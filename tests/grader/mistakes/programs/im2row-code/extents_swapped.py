# %% Practice sheet, seed 7418: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7418", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "easy", "seed": "7418", "draw": 1, "parameters": {"kind": "map", "named": "columns", "layout": "columns", "order": "channels", "stride": [1, 1], "padding": [0, 0], "im2row": ["kw", "kh", "p"], "conv2d": [], "row2im": [], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: 847c834e54eadbcd

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2col(kw, kh, p):
    """The windows of a kernel as the columns of a matrix."""
    rows, cols = p.shape
    dst_height = cols - kw + 1
    dst_width = rows - kh + 1
    image_array = np.zeros((kh * kw, dst_height * dst_width), dtype=p.dtype)
    col = 0
    for i in range(dst_height):
        for j in range(dst_width):
            window = np.ravel(p[i:i + kh, j:j + kw])
            image_array[:, col] = window
            col += 1
    return image_array
