# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 2490e89ed3b02166

import numpy as np


# %% problem 1: A function for 1D convolution
STRIDE, PAD, DIL = 3, 3, 2

def conv1d(vector, kernel):
    padded = np.pad(vector, PAD * DIL, mode="wrap")
    eff = DIL * (len(kernel) - 1) + 1
    out_len = (len(padded) - eff) // STRIDE + 1
    win = np.lib.stride_tricks.sliding_window_view(padded, eff)[::STRIDE, ::DIL]
    assert len(win) == out_len
    return np.einsum("nk,k->n", win, kernel[::-1])
