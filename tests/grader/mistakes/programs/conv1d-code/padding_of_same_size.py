# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "103", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 33203be285834ad9

import numpy as np


# %% problem 1: A function for 1D cross-correlation
def conv1d(vector, kernel):
    k = len(kernel)
    pad = (k - 1) // 2
    v = np.pad(vector, pad)
    windows = np.lib.stride_tricks.sliding_window_view(v, k)[::3]
    return windows @ kernel
