# %% Practice sheet, seed 77: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "77", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "77", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 330c82521f4c1bec

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    padding, stride = 2, 2
    x = np.concatenate([np.zeros(padding), vector])
    windows = np.lib.stride_tricks.sliding_window_view(x, len(kernel))
    return windows[::stride] @ kernel
