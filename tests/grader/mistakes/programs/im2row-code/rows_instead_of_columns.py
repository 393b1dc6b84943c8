# %% Practice sheet, seed 640: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "640", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row-code", "level": "easy", "seed": "640", "draw": 1, "parameters": {"kind": "map", "named": "columns", "layout": "columns", "order": "channels", "stride": [1, 1], "padding": [0, 0], "im2row": ["p", "kw", "kh"], "conv2d": [], "row2im": [], "toeplitz": [], "matrix_stride": [1, 1]}}
# grader-checksum: c67165dd8286531b

import numpy as np


# %% problem 1: A convolution as a matrix product, in code
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def im2col(p, kw, kh):
    """The windows of a kernel as the columns of a matrix."""
    windows = np.lib.stride_tricks.sliding_window_view(p, (kh, kw))
    return windows.reshape(-1, kh * kw)
